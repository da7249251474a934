-- A day of a person is asked for as often as a week.
CREATE INDEX evidence_day ON evidence (org, person, day);

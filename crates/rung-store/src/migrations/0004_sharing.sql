-- What a person lets others see: frozen, to named people, until a day (PRIVACY P2).
CREATE TABLE snapshot (
    org BIGINT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    first_day BIGINT NOT NULL,
    last_day BIGINT NOT NULL,
    fields TEXT NOT NULL,
    note TEXT NOT NULL,
    made BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    revoked BIGINT,
    body TEXT NOT NULL,
    PRIMARY KEY (org, id)
);
CREATE INDEX snapshot_person ON snapshot (org, person);

CREATE TABLE recipient (
    org BIGINT NOT NULL,
    snapshot TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (org, snapshot, person)
);
CREATE INDEX recipient_person ON recipient (org, person);

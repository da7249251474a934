-- What sources gave. A fact is stripped of titles, names and text; the raw item beside it lasts a fortnight (PRIVACY P9, P11).
CREATE TABLE source (
    org BIGINT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    made BIGINT NOT NULL,
    read BIGINT,
    PRIMARY KEY (org, id)
);
CREATE INDEX source_person ON source (org, person);

CREATE TABLE reading (
    org BIGINT NOT NULL,
    person TEXT NOT NULL,
    source TEXT NOT NULL,
    manifest BYTEA NOT NULL,
    PRIMARY KEY (org, person, source)
);

CREATE TABLE evidence (
    org BIGINT NOT NULL,
    person TEXT NOT NULL,
    id BYTEA NOT NULL,
    source TEXT NOT NULL,
    day BIGINT NOT NULL,
    week BIGINT NOT NULL,
    activity TEXT NOT NULL,
    minutes DOUBLE PRECISION NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (org, person, id)
);
CREATE INDEX evidence_week ON evidence (org, person, week, activity, minutes);

CREATE TABLE raw_item (
    org BIGINT NOT NULL,
    person TEXT NOT NULL,
    id BYTEA NOT NULL,
    expires BIGINT NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (org, person, id)
);
CREATE INDEX raw_item_expires ON raw_item (org, expires);

CREATE TABLE ledger (
    org BIGINT NOT NULL,
    person TEXT NOT NULL,
    week BIGINT NOT NULL,
    part TEXT NOT NULL,
    activity TEXT NOT NULL,
    low DOUBLE PRECISION NOT NULL,
    point DOUBLE PRECISION NOT NULL,
    high DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (org, person, week, part, activity)
);
CREATE INDEX ledger_week ON ledger (org, week, person);

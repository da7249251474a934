-- Who looked at what, chained so that a line taken out or changed shows (PRIVACY P12).
CREATE TABLE access (
    org BIGINT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    way TEXT NOT NULL,
    act TEXT NOT NULL,
    object TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    sum BYTEA NOT NULL,
    PRIMARY KEY (org, number)
);
CREATE INDEX access_subject ON access (org, subject, number);
CREATE INDEX access_actor ON access (org, actor, number);

-- Where older lines were cut off, the sum of the last of them.
CREATE TABLE access_cut (
    org BIGINT NOT NULL,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    sum BYTEA NOT NULL,
    PRIMARY KEY (org, number)
);

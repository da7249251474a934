-- Work that goes on while nobody waits: it is claimed, tells how far it is, and can be taken up again.
CREATE TABLE job (
    org BIGINT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    author TEXT NOT NULL,
    state TEXT NOT NULL,
    made BIGINT NOT NULL,
    claimed BIGINT,
    ended BIGINT,
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    said TEXT NOT NULL,
    tries BIGINT NOT NULL,
    PRIMARY KEY (org, id)
);
CREATE INDEX job_state ON job (org, state, made);

-- A file handed over, until its job has read it.
CREATE TABLE upload (
    org BIGINT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    made BIGINT NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (org, id)
);

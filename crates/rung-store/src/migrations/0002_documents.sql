-- What people wrote: roster, framework, rules, corrections. Versions are kept; nothing is overwritten.
CREATE TABLE document (
    org BIGINT NOT NULL,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    version BIGINT NOT NULL,
    written BIGINT NOT NULL,
    author TEXT NOT NULL,
    note TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org, owner, name, version)
);

CREATE TABLE blind_answer (
    org BIGINT NOT NULL,
    team TEXT NOT NULL,
    person TEXT NOT NULL,
    duty TEXT NOT NULL,
    said TEXT NOT NULL,
    written BIGINT NOT NULL,
    PRIMARY KEY (org, team, person, duty)
);

CREATE TABLE setting (
    org BIGINT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    announced BIGINT NOT NULL,
    effective BIGINT NOT NULL,
    author TEXT NOT NULL,
    PRIMARY KEY (org, name, announced)
);

-- Who may log in, and how they are known to.
CREATE TABLE organisation (
    org BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    zone TEXT NOT NULL,
    created BIGINT NOT NULL
);

CREATE TABLE account (
    org BIGINT NOT NULL,
    id TEXT NOT NULL,
    login TEXT NOT NULL,
    person TEXT,
    password TEXT,
    administrator BIGINT NOT NULL,
    council BIGINT NOT NULL,
    scope TEXT,
    measured BIGINT NOT NULL,
    created BIGINT NOT NULL,
    welcomed BIGINT,
    deactivated BIGINT,
    PRIMARY KEY (org, id)
);
CREATE UNIQUE INDEX account_login ON account (org, login);
CREATE INDEX account_person ON account (org, person);

CREATE TABLE session (
    org BIGINT NOT NULL,
    token BYTEA NOT NULL,
    account TEXT NOT NULL,
    agent TEXT NOT NULL,
    created BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    proven BIGINT NOT NULL,
    PRIMARY KEY (org, token)
);
CREATE INDEX session_account ON session (org, account);

CREATE TABLE invitation (
    org BIGINT NOT NULL,
    token BYTEA NOT NULL,
    account TEXT NOT NULL,
    made BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    PRIMARY KEY (org, token)
);

CREATE TABLE api_token (
    org BIGINT NOT NULL,
    id TEXT NOT NULL,
    token BYTEA NOT NULL,
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    writes BIGINT NOT NULL,
    made BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    used BIGINT,
    PRIMARY KEY (org, id)
);
CREATE UNIQUE INDEX api_token_token ON api_token (org, token);

-- Figures of several people, as they were first made public: working them out anew would tell who came, went or corrected.
CREATE TABLE published (
    org BIGINT NOT NULL,
    block BIGINT NOT NULL,
    made BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (org, block)
);

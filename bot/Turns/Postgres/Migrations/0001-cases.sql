-- Times that are compared are ticks of 100 ns in UTC; those of entries are texts with their offset, for the hash covers both.
CREATE TABLE complaint (
    number TEXT PRIMARY KEY,
    conversation TEXT NOT NULL,
    state TEXT NOT NULL,
    changed TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    hash BYTEA NOT NULL);
CREATE INDEX complaint_conversation ON complaint (conversation);

CREATE TABLE entry (
    number TEXT NOT NULL REFERENCES complaint,
    sequence BIGINT NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    step TEXT,
    at TEXT NOT NULL,
    data BYTEA,
    salt BYTEA,
    digest BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (number, sequence));

-- Turns whose events have been filed: each is filed once.
CREATE TABLE filed_turn (
    id TEXT PRIMARY KEY,
    at BIGINT NOT NULL);

CREATE TABLE read_log (
    subject TEXT NOT NULL,
    person TEXT NOT NULL,
    hour BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (subject, person, hour));

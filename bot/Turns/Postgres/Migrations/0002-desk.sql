CREATE TABLE account (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    admin BOOLEAN NOT NULL,
    active BOOLEAN NOT NULL,
    password TEXT,
    stamp TEXT NOT NULL,
    totp TEXT,
    totp_pending TEXT,
    totp_step BIGINT NOT NULL,
    recovery TEXT[] NOT NULL,
    teams TEXT[] NOT NULL,
    languages TEXT[] NOT NULL,
    playbooks TEXT[] NOT NULL,
    version BIGINT NOT NULL);

CREATE TABLE team (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    playbooks TEXT[] NOT NULL,
    languages TEXT[] NOT NULL,
    for_abuse BOOLEAN NOT NULL);
CREATE UNIQUE INDEX team_name ON team (lower(name COLLATE "C"));

CREATE TABLE invitation (
    account TEXT PRIMARY KEY REFERENCES account ON DELETE CASCADE,
    hash TEXT NOT NULL UNIQUE,
    stamp TEXT NOT NULL,
    until BIGINT NOT NULL);

CREATE TABLE session (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    stamp TEXT NOT NULL,
    created BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    ends BIGINT NOT NULL,
    address TEXT NOT NULL,
    client TEXT NOT NULL);
CREATE INDEX session_account ON session (account);

CREATE TABLE attempt (
    name TEXT PRIMARY KEY,
    failures BIGINT NOT NULL,
    until BIGINT NOT NULL);
CREATE INDEX attempt_until ON attempt (until);

CREATE TABLE page (
    id TEXT PRIMARY KEY,
    conversation TEXT NOT NULL,
    case_number TEXT NOT NULL,
    priority BIGINT NOT NULL,
    trigger TEXT NOT NULL,
    words TEXT NOT NULL,
    brief TEXT NOT NULL,
    raised BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    due BIGINT,
    confirmed_by TEXT,
    confirmed BIGINT,
    UNIQUE (conversation, priority));
CREATE INDEX page_due ON page (due) WHERE due IS NOT NULL;

CREATE TABLE page_try (
    page TEXT NOT NULL REFERENCES page ON DELETE CASCADE,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    person TEXT NOT NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (page, number));

CREATE TABLE handoff (
    conversation TEXT PRIMARY KEY,
    context TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    due BIGINT);
CREATE INDEX handoff_due ON handoff (due) WHERE due IS NOT NULL;

CREATE TABLE handoff_message (
    signature TEXT PRIMARY KEY,
    until BIGINT NOT NULL);
CREATE INDEX handoff_message_until ON handoff_message (until);

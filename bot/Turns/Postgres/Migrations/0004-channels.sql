-- What channels note: how far an account has been read, and who reads it until when.
CREATE TABLE channel_note (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    until BIGINT NOT NULL);

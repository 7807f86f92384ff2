-- What all nodes must share to know each other's cookies and tokens. Whoever reads it can forge both.
CREATE TABLE cookie_key (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name TEXT NOT NULL,
    xml TEXT NOT NULL);

CREATE TABLE secret (
    name TEXT PRIMARY KEY,
    bytes BYTEA NOT NULL);

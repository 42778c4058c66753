CREATE TABLE person (
    id         BLOB PRIMARY KEY,
    name       TEXT NOT NULL,
    email      TEXT NOT NULL,
    email_fold TEXT NOT NULL UNIQUE,
    role       TEXT NOT NULL,
    key        TEXT
) STRICT, WITHOUT ROWID;

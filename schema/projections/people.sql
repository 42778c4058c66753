CREATE TABLE person (
    id         BLOB PRIMARY KEY,
    name       TEXT NOT NULL,
    email      TEXT NOT NULL,
    email_fold TEXT NOT NULL UNIQUE,
    role       TEXT NOT NULL,
    key        TEXT,
    left_on    INTEGER                     -- first day on which the person is not there
) STRICT, WITHOUT ROWID;

-- By which rules people act; each stands once.
CREATE TABLE people_rule (
    rule    TEXT PRIMARY KEY,              -- author_approves
    allowed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

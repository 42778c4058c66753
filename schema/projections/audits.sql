CREATE TABLE audit (
    id          BLOB PRIMARY KEY,
    code        TEXT NOT NULL,
    code_fold   TEXT NOT NULL UNIQUE,
    title       TEXT NOT NULL,
    kind        TEXT NOT NULL,
    editions    TEXT NOT NULL,             -- JSON array: 9001:2015 …
    scope       TEXT NOT NULL,             -- JSON array of scope items; empty means all
    period_from INTEGER,
    period_to   INTEGER,
    planned     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

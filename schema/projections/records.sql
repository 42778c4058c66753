CREATE TABLE record (
    id          BLOB PRIMARY KEY,
    code        TEXT NOT NULL UNIQUE,     -- R-<entry>, given by the ledger
    seq         INTEGER NOT NULL,
    title       TEXT NOT NULL,
    title_fold  TEXT NOT NULL,
    kind        TEXT NOT NULL,            -- the organisation's own word: access review, training …
    period_from INTEGER,
    period_to   INTEGER,
    collected   INTEGER,
    filed       INTEGER NOT NULL,
    valid_until INTEGER,
    retention   TEXT NOT NULL,
    note        TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE record_scope (
    record BLOB NOT NULL,
    item   BLOB NOT NULL,
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_file (
    record   BLOB NOT NULL,
    position INTEGER NOT NULL,
    digest   BLOB NOT NULL,
    size     INTEGER NOT NULL,
    name     TEXT NOT NULL,
    path     TEXT NOT NULL,
    modified INTEGER,
    media    TEXT NOT NULL,
    problem  TEXT,
    PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- indexes
CREATE INDEX record_by_seq       ON record (seq);
CREATE INDEX record_by_title     ON record (title_fold, seq);
CREATE INDEX record_by_validity  ON record (valid_until, seq) WHERE valid_until IS NOT NULL;
CREATE INDEX record_file_by_digest ON record_file (digest);

CREATE TABLE record (
    id          BLOB PRIMARY KEY,
    code        TEXT NOT NULL,            -- the organisation's number; R-<entry> where an earlier program filed it
    code_fold   TEXT NOT NULL UNIQUE,
    seq         INTEGER NOT NULL,
    title       TEXT NOT NULL,
    title_fold  TEXT NOT NULL,
    names       TEXT NOT NULL,            -- words of code and title, see text::names
    series      TEXT NOT NULL,            -- what the titles of a series have in common; empty for none
    kind        TEXT NOT NULL,            -- the organisation's own word: access review, training …
    period_from INTEGER,
    period_to   INTEGER,
    collected   INTEGER,
    filed       INTEGER NOT NULL,
    valid_until INTEGER,
    retention   TEXT NOT NULL,
    note        TEXT NOT NULL,
    exit        TEXT,                     -- replaced or taken_back; the latter where both hold
    exit_on     INTEGER
) STRICT, WITHOUT ROWID;

-- Why a record counts no longer. One that was replaced may have been taken back as well.
CREATE TABLE record_exit (
    record    BLOB NOT NULL,
    exit      TEXT NOT NULL,              -- replaced, taken_back
    since     INTEGER NOT NULL,
    successor BLOB,
    reason    TEXT NOT NULL,
    who       TEXT NOT NULL,
    PRIMARY KEY (record, exit)
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
    clauses  TEXT,                         -- JSON, see filed::NamedClause; null where the text names none
    PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;

-- The rule in force, where the organisation has its own.
CREATE TABLE record_numbering (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    pattern TEXT NOT NULL
) STRICT;

-- The last number given in each year, and the codes of what is gone: neither is given again.
CREATE TABLE record_number (
    year INTEGER PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;

CREATE TABLE record_code_spent (
    code_fold TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- indexes
CREATE INDEX record_by_seq       ON record (seq);
CREATE INDEX record_by_names     ON record (names);
CREATE INDEX record_by_title     ON record (title_fold, seq, code_fold);
CREATE INDEX record_by_series    ON record (series, seq) WHERE series <> '';
CREATE INDEX record_by_validity  ON record (valid_until, seq) WHERE valid_until IS NOT NULL;
CREATE INDEX record_due          ON record (valid_until, seq) WHERE valid_until IS NOT NULL AND exit IS NULL;
CREATE INDEX record_exit_by_successor ON record_exit (successor) WHERE successor IS NOT NULL;
CREATE INDEX record_file_by_digest ON record_file (digest);
-- What names clauses in its text.
CREATE INDEX record_file_naming ON record_file (record) WHERE clauses IS NOT NULL;

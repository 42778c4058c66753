CREATE TABLE organisation (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    name TEXT NOT NULL
) STRICT;

CREATE TABLE system (
    id        BLOB PRIMARY KEY,
    code      TEXT NOT NULL UNIQUE,
    name      TEXT NOT NULL,
    edition   TEXT NOT NULL UNIQUE,
    position  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE system_statement (          -- the last one up to a day is the scope in words on that day
    seq       INTEGER PRIMARY KEY,
    system    BLOB NOT NULL,
    day       INTEGER NOT NULL,
    actor     TEXT NOT NULL,
    statement TEXT NOT NULL              -- JSON, see systems::ScopeStatement
) STRICT;

CREATE TABLE scope_item (
    id        BLOB PRIMARY KEY,
    code      TEXT NOT NULL,
    code_fold TEXT NOT NULL UNIQUE,
    kind      TEXT NOT NULL,
    name      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE scope_part (                -- a service or product delivered at a site
    whole BLOB NOT NULL,
    part  BLOB NOT NULL,
    PRIMARY KEY (whole, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE scope_run (                 -- who provides or runs a scope item; the last one up to a day holds
    seq     INTEGER PRIMARY KEY,
    item    BLOB NOT NULL,
    day     INTEGER NOT NULL,
    run_by  TEXT NOT NULL,
    parties TEXT NOT NULL,               -- JSON: identifiers of parties
    reason  TEXT NOT NULL
) STRICT;

CREATE TABLE system_scope (
    system BLOB NOT NULL,
    item   BLOB NOT NULL,
    since  INTEGER NOT NULL,             -- day on which the item came into this scope
    PRIMARY KEY (system, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE system_scope_change (       -- what moved, so that touched evidence can be looked at again
    seq    INTEGER NOT NULL,
    system BLOB NOT NULL,
    item   BLOB NOT NULL,
    day    INTEGER NOT NULL,
    change TEXT NOT NULL CHECK (change IN ('added', 'removed')),
    PRIMARY KEY (seq, system, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE scope_comparison (
    seq     INTEGER PRIMARY KEY,
    day     INTEGER NOT NULL,
    a       TEXT NOT NULL,
    b       TEXT NOT NULL,
    outcome TEXT NOT NULL                -- JSON, see systems::ScopeComparison
) STRICT;

CREATE TABLE scope_answer (              -- the last answer to each question about SMS and ISMS together
    question TEXT PRIMARY KEY,
    answer   TEXT NOT NULL,              -- JSON, see systems::ScopeAnswer
    reason   TEXT NOT NULL,
    actor    TEXT NOT NULL,
    day      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

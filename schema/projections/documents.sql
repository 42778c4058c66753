CREATE TABLE document (
    id              BLOB PRIMARY KEY,
    seq             INTEGER NOT NULL,      -- entry that registered it
    code            TEXT NOT NULL,
    code_fold       TEXT NOT NULL UNIQUE,
    title           TEXT NOT NULL,
    title_fold      TEXT NOT NULL,
    kind            TEXT NOT NULL,
    owner           TEXT NOT NULL,
    approver        TEXT NOT NULL,
    classification  TEXT NOT NULL,
    distribution    TEXT NOT NULL,
    retention       TEXT NOT NULL,
    source          TEXT NOT NULL,         -- external documents: where it comes from
    review_interval INTEGER,               -- months
    registered      INTEGER NOT NULL,      -- day
    state           TEXT NOT NULL,         -- listed, draft, approved, effective, withdrawn
    current         BLOB,                  -- the effective revision, else the newest
    due             TEXT,                  -- next review, JSON (see day::Due)
    due_earliest    INTEGER,
    due_latest      INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE document_scope (
    document BLOB NOT NULL,
    item     BLOB NOT NULL,
    PRIMARY KEY (document, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE revision (
    id             BLOB PRIMARY KEY,
    document       BLOB NOT NULL,
    position       INTEGER NOT NULL,
    label          TEXT NOT NULL,
    summary        TEXT NOT NULL,
    state          TEXT NOT NULL,          -- draft, approved, effective, superseded, withdrawn
    author         TEXT NOT NULL,
    filed          INTEGER NOT NULL,       -- day
    approved_by    TEXT,
    approved_on    TEXT,                   -- JSON (see day::Due): a list may know only the month
    effective_from INTEGER,
    ended_on       INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE revision_file (
    revision BLOB NOT NULL,
    position INTEGER NOT NULL,
    digest   BLOB NOT NULL,
    size     INTEGER NOT NULL,
    name     TEXT NOT NULL,
    path     TEXT NOT NULL,
    modified INTEGER,
    media    TEXT NOT NULL,
    problem  TEXT,
    PRIMARY KEY (revision, position)
) STRICT, WITHOUT ROWID;

-- Needed while events are applied, so it stands with the tables.
CREATE INDEX revision_by_document ON revision (document, position);

-- indexes
CREATE INDEX document_by_title ON document (title_fold, code_fold);
-- With the state, so that counting what is due reads the index alone.
CREATE INDEX document_by_due   ON document (due_earliest, code_fold, state);
CREATE INDEX document_by_owner ON document (owner, code_fold);
CREATE INDEX document_by_state ON document (state, code_fold);
CREATE INDEX revision_file_by_digest ON revision_file (digest);

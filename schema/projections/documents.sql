CREATE TABLE document (
    id              BLOB PRIMARY KEY,
    seq             INTEGER NOT NULL,      -- entry that registered it
    code            TEXT NOT NULL,
    code_fold       TEXT NOT NULL,
    title           TEXT NOT NULL,
    title_fold      TEXT NOT NULL,
    names           TEXT NOT NULL,         -- words of code and title, see text::names
    kind            TEXT NOT NULL,
    owner           TEXT NOT NULL,
    approver        TEXT NOT NULL,
    classification  TEXT NOT NULL,
    distribution    TEXT NOT NULL,
    retention       TEXT NOT NULL,
    source          TEXT NOT NULL,         -- external documents: where it comes from
    language        TEXT NOT NULL,
    review_interval INTEGER,               -- months
    registered      INTEGER NOT NULL,      -- day
    -- How it stands on `standing_day`; on other days see `document_span`.
    state           TEXT NOT NULL,         -- listed, draft, approved, effective, superseded, withdrawn
    current         BLOB,                  -- the revision in force, else the one to come, else the newest
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
    author         TEXT NOT NULL,
    filed          INTEGER NOT NULL,       -- day
    retired        INTEGER NOT NULL,       -- 1: it had been replaced already when it was filed
    retired_on     INTEGER,                -- since when, where that is known
    -- How it stands on `standing_day`.
    state          TEXT NOT NULL           -- draft, approved, effective, superseded, withdrawn
) STRICT, WITHOUT ROWID;

-- What was decided about a document, each with the day from which it holds. How it stands on any day follows from these.
CREATE TABLE decision (
    document   BLOB NOT NULL,
    seq        INTEGER NOT NULL,           -- its entry
    kind       TEXT NOT NULL,              -- approved, reinstated, withdrawn, next_review
    revision   BLOB,
    recorded   INTEGER NOT NULL,           -- day
    holds      INTEGER,                    -- first day; none: approved without a day
    at_latest  INTEGER NOT NULL,           -- 1: nobody knows that day; it holds at the latest from then on
    until      INTEGER,                    -- the day from which it holds no longer, since it was taken back or called off
    by         TEXT,                       -- who approved, or put it in force again
    decided_on TEXT,                       -- when, JSON (see day::Due): a list may know only the month
    due        TEXT,                       -- the next review it brings, JSON
    own        INTEGER NOT NULL,           -- 1: approved by the revision's own author
    reason     TEXT,                       -- why, where that was said: reinstated, an older revision over a newer one
    PRIMARY KEY (document, seq)
) STRICT, WITHOUT ROWID;

-- How a document stands in each span of days; only of those that do not stand alike on all days.
CREATE TABLE document_span (
    document     BLOB NOT NULL,
    from_day     INTEGER NOT NULL,         -- first day
    until_day    INTEGER NOT NULL,         -- first day after
    state        TEXT NOT NULL,
    current      BLOB,
    due          TEXT,
    due_earliest INTEGER,
    due_latest   INTEGER,
    coming       TEXT,                     -- the document's code_fold, where a revision comes into force on the first day
    PRIMARY KEY (document, from_day)
) STRICT, WITHOUT ROWID;

-- Whom a revision was communicated to.
CREATE TABLE communication (
    document      BLOB NOT NULL,
    revision      BLOB NOT NULL,
    day           INTEGER NOT NULL,
    audience_fold TEXT NOT NULL,
    seq           INTEGER NOT NULL,        -- its entry
    audience      TEXT NOT NULL,           -- in words
    how           TEXT NOT NULL,
    PRIMARY KEY (document, revision, day, audience_fold)
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
    clauses  TEXT,                         -- JSON, see filed::NamedClause; null where the text names none
    PRIMARY KEY (revision, position)
) STRICT, WITHOUT ROWID;

-- Needed while events are applied, so it stands with the tables.
CREATE INDEX revision_by_document ON revision (document, position);

-- An index of its own, since one that stands in the table is not read without its rows; needed while events are applied.
CREATE UNIQUE INDEX document_by_code ON document (code_fold);

-- indexes
-- What begins in a span of days: the day itself acts.
CREATE INDEX document_span_by_day ON document_span (from_day, document);
-- What comes into force, in the order in which it is shown: the first of it costs the same however much there is.
CREATE INDEX document_span_coming ON document_span (from_day, coming) WHERE coming IS NOT NULL;
CREATE INDEX document_by_names ON document (names);
CREATE INDEX document_by_title ON document (title_fold, code_fold);
-- With the state, so that counting what is due reads the index alone.
CREATE INDEX document_by_due   ON document (due_earliest, code_fold, state);
CREATE INDEX document_by_owner ON document (owner, code_fold);
CREATE INDEX document_by_state ON document (state, code_fold);
-- Which policies are in force, with which revision: what is told to nobody yet is looked for in it alone.
CREATE INDEX document_policy ON document (code_fold, state, current) WHERE kind = 'policy';
-- What waits for an approval.
CREATE INDEX revision_draft ON revision (filed, position) WHERE state = 'draft';
CREATE INDEX revision_file_by_digest ON revision_file (digest);
-- What names clauses in its text.
CREATE INDEX revision_file_naming ON revision_file (revision) WHERE clauses IS NOT NULL;

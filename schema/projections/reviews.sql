CREATE TABLE review (
    id          BLOB PRIMARY KEY,
    seq         INTEGER NOT NULL,
    document    BLOB NOT NULL,
    revision    BLOB,
    outcome     TEXT NOT NULL,             -- confirmed, revise, withdraw
    reason      TEXT NOT NULL,
    day         INTEGER NOT NULL,
    reviewer    TEXT NOT NULL,
    next_review TEXT                       -- JSON, see day::Due
) STRICT, WITHOUT ROWID;

-- A revision that a review or a change request asked for. It ends by itself with what is decided about the document.
CREATE TABLE revision_task (
    review   BLOB PRIMARY KEY,
    seq      INTEGER NOT NULL,
    document BLOB NOT NULL,
    revision BLOB,                         -- the one that was looked at
    owner    TEXT NOT NULL,
    due      INTEGER NOT NULL,             -- day
    asked    INTEGER NOT NULL,             -- day
    reason   TEXT NOT NULL,
    who      TEXT NOT NULL,                -- who asked
    ended    INTEGER,                      -- day
    how      TEXT,                         -- done, withdrawn, called_off
    why      TEXT NOT NULL                 -- called off
) STRICT, WITHOUT ROWID;

-- The next review was moved without one being held.
CREATE TABLE review_move (
    id       BLOB PRIMARY KEY,
    seq      INTEGER NOT NULL,
    document BLOB NOT NULL,
    before   TEXT,                         -- JSON, see day::Due
    next     INTEGER NOT NULL,             -- day
    reason   TEXT NOT NULL,
    day      INTEGER NOT NULL,
    who      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A document or record was looked at again because a scope changed, or a section it rests on.
CREATE TABLE recheck (
    id         BLOB PRIMARY KEY,
    item       BLOB NOT NULL,              -- document or record
    change     INTEGER NOT NULL,           -- the entry that changed the scope, or noted which sections change
    system     BLOB,                       -- of a change of scope
    scope_item BLOB,
    link       BLOB,                       -- the mapping whose reason named the section
    day        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What rests on sections that change with a revision. It waits from the day on which the revision is in force.
CREATE TABLE section_rest (
    revision  BLOB NOT NULL,               -- the one that changes them
    item      BLOB NOT NULL,               -- what is looked at again: the document itself, or what cites it
    link      BLOB NOT NULL,               -- the mapping whose reason names them; empty for what cites it
    seq       INTEGER NOT NULL,            -- the entry that noted it
    document  BLOB NOT NULL,
    item_kind INTEGER NOT NULL,            -- 0 document, 1 record
    sections  TEXT NOT NULL,               -- JSON array
    was       TEXT NOT NULL,               -- the mapping's strength and reason then: another one was thought about since
    PRIMARY KEY (revision, item, link)
) STRICT, WITHOUT ROWID;

-- Needed while events are applied, so it stands with the tables.
CREATE INDEX revision_task_by_document ON revision_task (document, seq);

-- indexes
CREATE INDEX review_by_document ON review (document, seq);
-- With what tells whether it is open, so that counting what is due reads the index alone.
CREATE INDEX revision_task_by_due ON revision_task (due, seq, asked, ended, document);
CREATE INDEX review_move_by_document ON review_move (document, seq);
CREATE INDEX recheck_by_item ON recheck (item, change, system, scope_item, link, day);

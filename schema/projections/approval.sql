-- Revisions on their way to approval, ended ones too.
CREATE TABLE approval (
    id        BLOB PRIMARY KEY,
    seq       INTEGER NOT NULL UNIQUE,
    document  BLOB NOT NULL,
    revision  BLOB NOT NULL,
    files     TEXT NOT NULL,               -- JSON: hashes of what was submitted
    quorum    INTEGER NOT NULL,
    in_order  INTEGER NOT NULL,
    signed    INTEGER NOT NULL,
    planned   INTEGER,                     -- first day in force, as submitted or as the first approver says
    reason    TEXT NOT NULL,
    submitter TEXT NOT NULL,
    day       INTEGER NOT NULL,
    ended     TEXT,                        -- how; nothing while it is open
    ended_on  INTEGER,
    why       TEXT NOT NULL DEFAULT ''     -- called off: why
) STRICT, WITHOUT ROWID;

-- Who is asked, in order: reviewers, then approvers.
CREATE TABLE approval_step (
    approval  BLOB NOT NULL REFERENCES approval,
    place     INTEGER NOT NULL,
    part      TEXT NOT NULL,               -- review, approve
    person    BLOB NOT NULL,
    meaning   TEXT,                        -- what was said last
    statement BLOB,
    PRIMARY KEY (approval, place)
) STRICT, WITHOUT ROWID;
-- indexes
CREATE INDEX approval_document ON approval (document, seq);
CREATE INDEX approval_open ON approval (seq) WHERE ended IS NULL;

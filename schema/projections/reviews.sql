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

-- indexes
CREATE INDEX review_by_document ON review (document, seq);

CREATE TABLE pack (
    id          BLOB PRIMARY KEY,
    seq         INTEGER NOT NULL,          -- entry that issued it
    audit       BLOB NOT NULL,
    name        TEXT NOT NULL,
    day         INTEGER NOT NULL,          -- as of
    recorded    INTEGER,                   -- by the end of which day, where not all that was known counts
    sha256      BLOB NOT NULL,
    size        INTEGER NOT NULL,
    files       INTEGER NOT NULL,
    ledger_size INTEGER NOT NULL,          -- how far its checkpoint reaches
    checkpoint  TEXT NOT NULL,
    previous    BLOB                       -- the pack with which it proves consistency
) STRICT, WITHOUT ROWID;

CREATE INDEX pack_by_seq ON pack (seq);

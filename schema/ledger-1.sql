-- The first form of the ledger, kept so that one that was sent can be compared with it before it is brought up.

CREATE TABLE entry (
    seq   INTEGER PRIMARY KEY,             -- from 0, without gaps
    id    BLOB NOT NULL UNIQUE,            -- UUID v7
    at    INTEGER NOT NULL,                -- UTC, milliseconds since 1970; never runs backwards
    bytes BLOB NOT NULL                    -- exactly what was hashed
) STRICT;

-- Node hashes in the order in which they come into being: a leaf, then every node it completes.
CREATE TABLE node (
    pos  INTEGER PRIMARY KEY,
    hash BLOB NOT NULL
) STRICT;

CREATE TABLE checkpoint (
    size INTEGER PRIMARY KEY,
    note TEXT NOT NULL                     -- a signed note (C2SP tlog-checkpoint)
) STRICT;

CREATE TRIGGER entry_is_final      BEFORE UPDATE ON entry      BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER entry_stays         BEFORE DELETE ON entry      BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER node_is_final       BEFORE UPDATE ON node       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER node_stays          BEFORE DELETE ON node       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER checkpoint_is_final BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER checkpoint_stays    BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE INDEX entry_by_time ON entry (at);

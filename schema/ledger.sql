-- The ledger: the only thing that is written. Migrated by hand, and hardly ever.

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

-- Each machine that uses the workspace signs for itself.
CREATE TABLE checkpoint (
    size   INTEGER NOT NULL,
    signer TEXT NOT NULL,                  -- the key's identifier: 4 bytes in hexadecimal
    note   TEXT NOT NULL,                  -- a signed note (C2SP tlog-checkpoint)
    PRIMARY KEY (size, signer)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_is_final      BEFORE UPDATE ON entry      BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER entry_stays         BEFORE DELETE ON entry      BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER node_is_final       BEFORE UPDATE ON node       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER node_stays          BEFORE DELETE ON node       BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER checkpoint_is_final BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER checkpoint_stays    BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- INSERT OR REPLACE deletes without asking the triggers above, so what is inserted must be new.
CREATE TRIGGER entry_follows BEFORE INSERT ON entry
    WHEN NEW.seq <> (SELECT coalesce(max(seq) + 1, 0) FROM entry) OR EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER node_follows BEFORE INSERT ON node
    WHEN NEW.pos <> (SELECT coalesce(max(pos) + 1, 0) FROM node)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER checkpoint_is_new BEFORE INSERT ON checkpoint
    WHEN EXISTS (SELECT 1 FROM checkpoint WHERE size = NEW.size AND signer = NEW.signer)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE INDEX entry_by_time ON entry (at);

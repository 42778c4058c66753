-- From the first form of the ledger to the second: what is inserted must be new, and a checkpoint knows its signer.
-- `checkpoint_of_1` holds the old checkpoints until they are taken over.

ALTER TABLE checkpoint RENAME TO checkpoint_of_1;
DROP TRIGGER checkpoint_is_final;
DROP TRIGGER checkpoint_stays;

CREATE TABLE checkpoint (
    size   INTEGER NOT NULL,
    signer TEXT NOT NULL,
    note   TEXT NOT NULL,
    PRIMARY KEY (size, signer)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER checkpoint_is_final BEFORE UPDATE ON checkpoint BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER checkpoint_stays    BEFORE DELETE ON checkpoint BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER entry_follows BEFORE INSERT ON entry
    WHEN NEW.seq <> (SELECT coalesce(max(seq) + 1, 0) FROM entry) OR EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER node_follows BEFORE INSERT ON node
    WHEN NEW.pos <> (SELECT coalesce(max(pos) + 1, 0) FROM node)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER checkpoint_is_new BEFORE INSERT ON checkpoint
    WHEN EXISTS (SELECT 1 FROM checkpoint WHERE size = NEW.size AND signer = NEW.signer)
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- What people said of documents and records. Rows are added alone.
CREATE TABLE statement (
    id         BLOB PRIMARY KEY,
    seq        INTEGER NOT NULL UNIQUE,
    item       BLOB NOT NULL,
    kind       INTEGER NOT NULL,           -- 0 document, 1 record
    code       TEXT NOT NULL,              -- as it was then, like all that follows
    revision   BLOB,
    label      TEXT NOT NULL,
    files      TEXT NOT NULL,              -- JSON: their hashes, in order
    meaning    TEXT NOT NULL,
    reason     TEXT NOT NULL,
    day        INTEGER NOT NULL,
    effective  INTEGER,                    -- approved: first day in force
    signer     BLOB NOT NULL REFERENCES person,
    email      TEXT NOT NULL,
    instead_of TEXT NOT NULL,              -- e-mail address of whom the signer stood in for
    key        TEXT,                       -- OpenSSH public key line; none where unsigned
    signature  TEXT                        -- SSHSIG, armoured
) STRICT, WITHOUT ROWID;
-- indexes
CREATE INDEX statement_item ON statement (item, seq);
CREATE INDEX statement_signer ON statement (signer, seq);
CREATE INDEX statement_doubted ON statement (item, seq) WHERE meaning = 'doubted';

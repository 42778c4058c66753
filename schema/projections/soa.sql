-- Versions of the Statement of Applicability. Rows are added alone.
CREATE TABLE soa_version (
    id           BLOB PRIMARY KEY,
    seq          INTEGER NOT NULL UNIQUE,
    system       BLOB NOT NULL,
    edition      TEXT NOT NULL,
    version      INTEGER NOT NULL,
    draft        INTEGER NOT NULL,         -- 0 for the version itself
    day          INTEGER NOT NULL,
    reason       TEXT NOT NULL,
    organisation TEXT NOT NULL,
    scope        TEXT NOT NULL,
    controls     TEXT NOT NULL,            -- JSON, see soa::SoaControl
    signer       BLOB NOT NULL,
    email        TEXT NOT NULL,
    key          TEXT,                     -- OpenSSH public key line; none where unsigned
    signature    TEXT                      -- SSHSIG, armoured
) STRICT, WITHOUT ROWID;

-- indexes
CREATE INDEX soa_version_by_edition ON soa_version (edition, seq);

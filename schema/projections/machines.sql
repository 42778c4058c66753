-- The machines' keys as they were enrolled: which machine signs with which, and who vouched for it.
CREATE TABLE machine_key (
    entry   INTEGER PRIMARY KEY,           -- the entry that enrols it; one key may be enrolled again, with a voucher
    key     TEXT NOT NULL,                 -- a verifier key of signed notes: name, identifier, key
    site    BLOB NOT NULL,                 -- the machine
    day     INTEGER NOT NULL,
    voucher TEXT,                          -- the verifier key that vouched for it
    reason  TEXT                           -- why none does
) STRICT;

-- Needed while transactions are under way, so it stands with the table.
CREATE INDEX machine_key_by_key ON machine_key (key);

-- Entries that a wrong clock wrote, and the day that a person said.
CREATE TABLE day_said (
    entry INTEGER PRIMARY KEY,             -- the entry that says it
    first INTEGER NOT NULL,
    last  INTEGER NOT NULL,
    day   INTEGER NOT NULL
) STRICT;

-- What time-stamp authorities answered about checkpoints.
CREATE TABLE anchor_answer (
    entry   INTEGER PRIMARY KEY,           -- the entry that keeps it
    entries INTEGER NOT NULL,              -- size of the checkpoint
    digest  BLOB NOT NULL,                 -- of the answer, in the vault
    size    INTEGER NOT NULL,
    name    TEXT NOT NULL,
    day     INTEGER NOT NULL
) STRICT;

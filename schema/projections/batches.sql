-- What each transaction wrote, in whose name, and whether it can be taken back.
CREATE TABLE batch (
    first INTEGER PRIMARY KEY,             -- its first entry
    last  INTEGER NOT NULL,                -- its last
    at    INTEGER NOT NULL,                -- milliseconds since 1970: the ledger's time of its first entry
    actor TEXT NOT NULL,
    state INTEGER NOT NULL                 -- 0 can be taken back, 1 stays, 2 was taken back, 3 took another back
) STRICT;

-- Needed while transactions are under way, so it stands with the table.
CREATE INDEX batch_by_actor ON batch (actor, state, first);

CREATE TABLE party (
    id        BLOB PRIMARY KEY,
    name      TEXT NOT NULL,
    name_fold TEXT NOT NULL UNIQUE,
    kind      TEXT,                          -- which of the three kinds; none where nobody said so yet
    within    INTEGER NOT NULL,              -- whether it belongs to the larger organisation
    lead      BLOB                           -- the lead supplier for which it works
) STRICT, WITHOUT ROWID;

CREATE TABLE party_fact (                    -- what is on file of it
    party    BLOB NOT NULL,
    fact     TEXT NOT NULL,
    document TEXT NOT NULL,                  -- code of the document or record; empty where words hold it
    words    TEXT NOT NULL,
    day      INTEGER NOT NULL,
    PRIMARY KEY (party, fact)
) STRICT, WITHOUT ROWID;

CREATE TABLE requirement (
    id      BLOB PRIMARY KEY,
    seq     INTEGER NOT NULL UNIQUE,
    whose   TEXT NOT NULL,
    text    TEXT NOT NULL,
    agreed  TEXT NOT NULL,                   -- with whom and where; empty where nobody has to agree
    item    BLOB,                            -- the service that it is about
    day     INTEGER NOT NULL,
    dropped INTEGER NOT NULL                 -- whether it is required no more; its number is not given again
) STRICT, WITHOUT ROWID;

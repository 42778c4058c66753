-- What the organisation decided otherwise than the program's own rules; each stands once for a type, or for all.
CREATE TABLE rule (
    name  TEXT NOT NULL,
    kind  TEXT NOT NULL,                   -- type of document; empty for all
    value TEXT NOT NULL,                   -- JSON
    PRIMARY KEY (name, kind)
) STRICT, WITHOUT ROWID;

-- What each rule said from when on: what was approved before is judged by what it said then.
CREATE TABLE rule_said (
    name  TEXT NOT NULL,
    kind  TEXT NOT NULL,
    seq   INTEGER NOT NULL,                -- entry that said so
    day   INTEGER NOT NULL,
    value TEXT,                            -- JSON; none where it was taken away
    PRIMARY KEY (name, kind, seq)
) STRICT, WITHOUT ROWID;

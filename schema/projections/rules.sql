-- What the organisation decided otherwise than the program's own rules; each stands once for a type, or for all.
CREATE TABLE rule (
    name  TEXT NOT NULL,
    kind  TEXT NOT NULL,                   -- type of document; empty for all
    value TEXT NOT NULL,                   -- JSON
    PRIMARY KEY (name, kind)
) STRICT, WITHOUT ROWID;

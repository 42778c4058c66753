CREATE TABLE link (
    id        BLOB PRIMARY KEY,
    seq       INTEGER NOT NULL,
    item_kind INTEGER NOT NULL,            -- 0 document, 1 record
    item      BLOB NOT NULL,
    edition   TEXT NOT NULL,
    clause    TEXT NOT NULL,
    strength  INTEGER NOT NULL,            -- 0 full, 1 partial, 2 supporting
    reason    TEXT NOT NULL,
    variance  TEXT NOT NULL,
    origin    TEXT NOT NULL,               -- JSON, see mapping::Origin
    scope     TEXT NOT NULL                -- JSON array of scope items; empty means as the item
) STRICT, WITHOUT ROWID;

CREATE TABLE declined (
    item    BLOB NOT NULL,
    edition TEXT NOT NULL,
    clause  TEXT NOT NULL,
    reason  TEXT NOT NULL,
    PRIMARY KEY (item, edition, clause)
) STRICT, WITHOUT ROWID;

-- indexes
CREATE INDEX link_by_item   ON link (item, edition, clause);
CREATE INDEX link_by_seq    ON link (seq, item_kind, item);
CREATE INDEX link_by_clause ON link (edition, clause, seq);

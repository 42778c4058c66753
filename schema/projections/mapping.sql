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
    scope     TEXT NOT NULL,               -- JSON array of scope items; empty means as the item
    basis     TEXT                         -- JSON, see mapping::Basis; nothing unless accepted from the correlation
) STRICT, WITHOUT ROWID;

CREATE TABLE declined (
    item    BLOB NOT NULL,
    edition TEXT NOT NULL,
    clause  TEXT NOT NULL,
    reason  TEXT NOT NULL,
    PRIMARY KEY (item, edition, clause)
) STRICT, WITHOUT ROWID;

-- Between which standing mappings of an item a point fired.
CREATE TABLE point_pair (
    item    BLOB NOT NULL,
    point   TEXT NOT NULL,                 -- OP-027
    edition TEXT NOT NULL,                 -- with the clause, where it stands open
    clause  TEXT NOT NULL,
    source  BLOB NOT NULL,                 -- the mapping whose evidence is not enough
    wanted  BLOB NOT NULL,                 -- the mapping that it keeps open
    PRIMARY KEY (item, point, edition, clause, source, wanted)
) STRICT, WITHOUT ROWID;

-- A point of an item, open or settled, however many pairs of mappings it fired between.
CREATE TABLE point (
    item          BLOB NOT NULL,
    point         TEXT NOT NULL,
    edition       TEXT NOT NULL,
    clause        TEXT NOT NULL,
    item_kind     INTEGER NOT NULL,        -- 0 document, 1 record
    place         TEXT NOT NULL,           -- edition, clause and number, in the order of a list
    live          INTEGER NOT NULL,        -- 1 while mappings stand between which it fired
    seq           INTEGER NOT NULL,        -- the entry that opened it last
    since         INTEGER NOT NULL,        -- day
    evidence_kind INTEGER,                 -- 0 document, 1 record; settled by evidence
    evidence      BLOB,
    reason        TEXT,                    -- where in the evidence, or the statement; nothing while it was never settled
    settled_by    TEXT,
    settled_on    INTEGER,                 -- day
    outgrown_on   INTEGER,                 -- day on which it was settled by what counts at fewer places since
    owner         TEXT NOT NULL,           -- role that sees to it; empty for nobody
    due           INTEGER,                 -- day by which
    PRIMARY KEY (item, point, edition, clause)
) STRICT, WITHOUT ROWID;

-- What fires by the data, was not recorded, and was left so by a person.
CREATE TABLE point_left (
    item    BLOB NOT NULL,
    point   TEXT NOT NULL,
    edition TEXT NOT NULL,
    clause  TEXT NOT NULL,
    reason  TEXT NOT NULL,
    what    TEXT NOT NULL,                 -- what the data asked for then
    PRIMARY KEY (item, point, edition, clause)
) STRICT, WITHOUT ROWID;

-- indexes
CREATE INDEX link_by_item   ON link (item, edition, clause);
CREATE INDEX link_by_seq    ON link (seq, item_kind, item);
CREATE INDEX link_by_source ON link (json_extract(origin, '$.from'), item) WHERE json_extract(origin, '$.from') IS NOT NULL;
CREATE INDEX link_by_clause ON link (edition, clause, seq);
CREATE INDEX point_pair_by_wanted ON point_pair (wanted);
CREATE INDEX point_by_place    ON point (place, seq) WHERE live = 1;
CREATE INDEX point_by_evidence ON point (evidence, item) WHERE evidence IS NOT NULL;
CREATE INDEX point_by_due      ON point (due, seq) WHERE due IS NOT NULL;

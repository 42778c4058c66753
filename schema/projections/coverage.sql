-- One row per mapping and scope item (x'' is "everywhere"). How it counts is no part of the key, so that a new day changes
-- rows where they stand.
CREATE TABLE coverage_link (
    edition    TEXT NOT NULL,
    clause     TEXT NOT NULL,
    scope      BLOB NOT NULL,
    item_kind  INTEGER NOT NULL,
    link       BLOB NOT NULL,
    item       BLOB NOT NULL,
    strength   INTEGER NOT NULL,           -- 0 full, 1 partial, 2 supporting, 3 full with open points, 4 full and cut to a part; see coverage::weight
    class      INTEGER NOT NULL,           -- on `standing_day`: in force, a draft, replaced …; see coverage::class
    good_until INTEGER NOT NULL,           -- the last day on which it counts; 0 while it does not
    PRIMARY KEY (edition, clause, scope, item_kind, link)
) STRICT, WITHOUT ROWID;

-- The sum, kept by events; reading coverage reads only this.
CREATE TABLE coverage_cell (
    edition    TEXT NOT NULL,
    clause     TEXT NOT NULL,
    scope      BLOB NOT NULL,
    item_kind  INTEGER NOT NULL,
    class      INTEGER NOT NULL,
    full_items INTEGER NOT NULL,           -- with strength full
    part_items INTEGER NOT NULL,
    help_items INTEGER NOT NULL,
    open_items INTEGER NOT NULL,           -- with strength full and open points
    full_until INTEGER NOT NULL,           -- the best last day among those with strength full, else 0
    open_until INTEGER NOT NULL,           -- the same of those with open points
    PRIMARY KEY (edition, clause, scope, item_kind, class)
) STRICT, WITHOUT ROWID;

-- indexes
CREATE INDEX coverage_link_by_item ON coverage_link (item);

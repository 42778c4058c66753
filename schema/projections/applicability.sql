-- What was decided about clauses and controls; the last one up to a day stands on it.
CREATE TABLE applicability (
    edition  TEXT NOT NULL,
    clause   TEXT NOT NULL,                -- or the code of a control of the organisation's own
    seq      INTEGER NOT NULL,
    day      INTEGER NOT NULL,
    actor    TEXT NOT NULL,
    decision TEXT,                         -- JSON, see applicability::Decision; nothing where one was taken back
    planned  INTEGER,                      -- day by which it is planned to be in place
    source   TEXT NOT NULL,                -- the list it was read from; empty where a person decided
    PRIMARY KEY (edition, clause, seq)
) STRICT, WITHOUT ROWID;

-- Controls from elsewhere than Annex A, likewise.
CREATE TABLE own_control (
    edition TEXT NOT NULL,
    code    TEXT NOT NULL,
    seq     INTEGER NOT NULL,
    day     INTEGER NOT NULL,
    control TEXT,                          -- JSON, see applicability::OwnControl; nothing where it was dropped
    PRIMARY KEY (edition, code, seq)
) STRICT, WITHOUT ROWID;
-- indexes
CREATE INDEX applicability_planned ON applicability (planned) WHERE planned IS NOT NULL;

CREATE TABLE question (
    id         BLOB PRIMARY KEY,
    seq        INTEGER NOT NULL,           -- its entry; the question is called Q-seq
    asked      INTEGER NOT NULL,           -- day
    kind       TEXT NOT NULL,              -- date, particular, status, changed_file, missing_file, row_gone, points,
                                           -- relation
    follows    TEXT NOT NULL,              -- due_day, in_force, someone, nothing: what hangs on the answer
    due        INTEGER,                    -- the earliest day that an answer may set
    item_kind  INTEGER,                    -- 0 document, 1 record, nothing for a path
    item       BLOB,
    path       TEXT,                       -- of a file that is not filed
    alike      TEXT NOT NULL,              -- questions with the same text here can be answered as one
    key        TEXT NOT NULL,              -- the same question has the same text here, and is asked once
    asking     TEXT NOT NULL,              -- JSON, see questions::Asking
    state      TEXT NOT NULL,              -- open, settled, closed
    aside      INTEGER NOT NULL,           -- 1: to be answered later
    answer     TEXT,                       -- JSON, see questions::Reading
    settled_by TEXT,
    settled_on INTEGER,                    -- day
    reason     TEXT NOT NULL,
    overtaken  INTEGER NOT NULL            -- 1: what the data ask about was decided otherwise
) STRICT, WITHOUT ROWID;

-- What each list said when it was last taken in, so that the next one can be compared with it.
CREATE TABLE listed (
    list      TEXT NOT NULL,               -- master_list, evidence_index
    item_kind INTEGER NOT NULL,            -- 0 document, 1 record
    item      BLOB NOT NULL,
    seq       INTEGER NOT NULL,            -- the entry that says so
    name      TEXT NOT NULL,               -- the list's file
    row       INTEGER NOT NULL,
    said      TEXT NOT NULL,               -- JSON: the row's words by particular
    PRIMARY KEY (list, item)
) STRICT, WITHOUT ROWID;

-- What the columns of lists were decided to mean; of one shape the newest holds.
CREATE TABLE list_columns (
    seq   INTEGER PRIMARY KEY,             -- the entry that says so
    list  TEXT NOT NULL,                   -- master_list, evidence_index
    shape TEXT NOT NULL,                   -- the names of the columns
    read  TEXT NOT NULL                    -- JSON, see questions::ColumnsRead
) STRICT;

-- A file of many rows asks for each whether it was asked before, and closes what a row answers.
CREATE INDEX question_by_key  ON question (key);
CREATE INDEX question_by_item ON question (item, state);

-- indexes
CREATE INDEX question_by_state ON question (state, follows, aside, due, seq);
CREATE INDEX question_by_alike ON question (alike, state);

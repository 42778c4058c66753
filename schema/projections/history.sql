-- Which entries are about what: a document, a record, a person, an audit … The way from a thing to its history. Entries
-- about the same thing mostly follow each other, so a row stands for all that do.
CREATE TABLE history (
    subject BLOB NOT NULL,
    first   INTEGER NOT NULL,
    last    INTEGER NOT NULL,
    PRIMARY KEY (subject, first)
) STRICT, WITHOUT ROWID;

-- From which entry on days count by which time zone; before the first of them by UTC.
CREATE TABLE time_zone (
    seq  INTEGER PRIMARY KEY,
    zone TEXT NOT NULL
) STRICT;

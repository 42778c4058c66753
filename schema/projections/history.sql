-- Which entries are about what: a document, a record, a person, an audit … The way from a thing to its history.
CREATE TABLE history (
    subject BLOB NOT NULL,
    seq     INTEGER NOT NULL,
    PRIMARY KEY (subject, seq)
) STRICT, WITHOUT ROWID;

-- From which entry on days count by which time zone; before the first of them by UTC.
CREATE TABLE time_zone (
    seq  INTEGER PRIMARY KEY,
    zone TEXT NOT NULL
) STRICT;

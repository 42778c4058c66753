-- Which entries are about what: a document, a record, a person, an audit … The way from a thing to its history.
CREATE TABLE history (
    subject BLOB NOT NULL,
    seq     INTEGER NOT NULL,
    PRIMARY KEY (subject, seq)
) STRICT, WITHOUT ROWID;

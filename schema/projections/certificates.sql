CREATE TABLE certificate (
    id          BLOB PRIMARY KEY,
    system      BLOB NOT NULL,
    number      TEXT NOT NULL,
    number_fold TEXT NOT NULL UNIQUE,
    body        TEXT NOT NULL,
    words       TEXT NOT NULL,
    scope       TEXT NOT NULL,               -- JSON: identifiers of scope items; none means the system's whole scope
    issued_on   INTEGER NOT NULL,
    valid_until INTEGER NOT NULL,
    statement   TEXT NOT NULL,               -- version of the Statement of Applicability that it cites
    withdrawn_on INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE certificate_day (               -- what falls due: the body comes back, or the certificate ends
    certificate BLOB NOT NULL,
    day         INTEGER NOT NULL,
    what        TEXT NOT NULL CHECK (what IN ('surveillance', 'expiry')),
    held_on     INTEGER,                     -- when the body came
    PRIMARY KEY (certificate, what, day)
) STRICT, WITHOUT ROWID;
-- indexes
CREATE INDEX certificate_day_due ON certificate_day (day) WHERE held_on IS NULL;

CREATE TABLE person (
    id         BLOB PRIMARY KEY,
    name       TEXT NOT NULL,
    email      TEXT NOT NULL,
    email_fold TEXT NOT NULL UNIQUE,
    role       TEXT NOT NULL,
    left_on    INTEGER,                    -- first day on which the person is not there
    left_seq   INTEGER,                    -- the entry that says so, where it was written on that day
    successor  BLOB REFERENCES person      -- who takes over what they looked after
) STRICT, WITHOUT ROWID;

-- As what a person was enrolled, from when on.
CREATE TABLE person_role (
    person  BLOB NOT NULL REFERENCES person,
    seq     INTEGER NOT NULL,              -- entry that says so
    since   INTEGER NOT NULL,              -- day
    role    TEXT NOT NULL,
    PRIMARY KEY (person, seq)
) STRICT, WITHOUT ROWID;

-- The keys by which a person signs, with the days for which each speaks.
CREATE TABLE person_key (
    person  BLOB NOT NULL REFERENCES person,
    key     TEXT NOT NULL,                 -- OpenSSH public key line
    since   INTEGER NOT NULL,
    until   INTEGER,                       -- first day for which it speaks no more
    ended   INTEGER,                       -- the entry that retired it, where it was written on that day
    why     TEXT NOT NULL DEFAULT '',
    seq     INTEGER NOT NULL,              -- entry that enrolled it
    PRIMARY KEY (person, seq)
) STRICT, WITHOUT ROWID;

-- When people are away, and who decides for them.
CREATE TABLE person_away (
    id      BLOB PRIMARY KEY,
    person  BLOB NOT NULL REFERENCES person,
    deputy  BLOB REFERENCES person,
    since   INTEGER NOT NULL,
    until   INTEGER NOT NULL,              -- last day
    reason  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- By which rules people act; each stands once.
CREATE TABLE people_rule (
    rule    TEXT PRIMARY KEY,              -- author_approves
    allowed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- indexes
CREATE INDEX person_away_person ON person_away (person, since);

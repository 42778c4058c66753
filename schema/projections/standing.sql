-- The day for which the tables say how things stand: one row. Reading on a later day brings them there first.
CREATE TABLE standing_day (
    day INTEGER NOT NULL
) STRICT;

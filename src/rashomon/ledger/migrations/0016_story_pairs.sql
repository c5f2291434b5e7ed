-- Version 16: what telling stories keeps, so that the next collation need look only at reports near to what is new.
-- None of these tables refers to another, as in version 13.

CREATE TABLE story_profile (
    -- A report as it is compared with others when stories are told.
    number     INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- its number, never given twice
    report     TEXT    NOT NULL UNIQUE, -- the report
    published  TEXT    NOT NULL, -- the date that it stands in order by; ~ where it is not known
    day        INTEGER NOT NULL, -- the day as a number, -1 where it is not known
    story      INTEGER, -- the profile of the first report of the story that it is of, before anybody decided
    whole_near INTEGER, -- how near the last of its neighbours is by meaning; NULL while there is room for others
    lead_near  INTEGER, -- and the last of its neighbours by the meaning of its beginning
    whole      BLOB    NOT NULL, -- its meaning: 384 whole numbers of two bytes, little-endian
    lead       BLOB    NOT NULL, -- the meaning of its beginning, likewise
    neighbours BLOB    NOT NULL, -- the profiles that are its neighbours by meaning: numbers of eight bytes
    nearest    BLOB    NOT NULL, -- how near its nearest are by each measure, and which those are
    length     INTEGER NOT NULL, -- its content words
    words      BLOB    NOT NULL -- its bags of weighted words
) STRICT;
CREATE INDEX story_profile_day ON story_profile (day);
CREATE INDEX story_profile_story ON story_profile (story);

CREATE TABLE story_key (
    -- A key under which a report meets others that may be of its story; keys of profiles that are gone stay behind.
    key    INTEGER NOT NULL, -- the key
    day    INTEGER NOT NULL, -- the report's day
    number INTEGER NOT NULL, -- the report's profile
    PRIMARY KEY (key, day, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_pair (
    -- Two reports that may be of one story.
    one      INTEGER NOT NULL, -- the profile of lower number
    other    INTEGER NOT NULL, -- the other
    ways     INTEGER NOT NULL, -- why they are compared, added up: 1 they share keys, 2 the other is a neighbour of the one by meaning,
                               -- 4 the one is a neighbour of the other
    shared   INTEGER NOT NULL, -- statements that both carry
    chance   REAL    NOT NULL, -- how likely they are of one story, all counted in; 0 where it is too little to tie them
    measures BLOB    NOT NULL, -- what they have in common: whole numbers of two bytes
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_pair_other ON story_pair (other);

DELETE FROM meta WHERE key = 'collated';

-- Version 11: copies of one text, passages copied, and versions of one page.

CREATE TABLE family (
    -- Reports that carry the same text, cut, reordered or changed here and there (a wire text in six papers).
    id TEXT NOT NULL PRIMARY KEY -- derived from its earliest report
) STRICT;

CREATE TABLE copy (
    -- A report of a family.
    family  TEXT    NOT NULL REFERENCES family (id) ON DELETE CASCADE, -- the family
    ordinal INTEGER NOT NULL, -- the earliest report is 0; then by date, unknown last
    report  TEXT    NOT NULL UNIQUE REFERENCES report (id) ON DELETE CASCADE, -- the report
    share   REAL    NOT NULL, -- part of the shorter text's words that stand in both, this and the earliest or nearest, 0 to 1
    why     TEXT    NOT NULL, -- the same in words, with the other report's name
    PRIMARY KEY (family, ordinal)
) STRICT;

CREATE TABLE copied_passage (
    -- A passage that two reports share that are otherwise different texts. What both only quote is no such passage.
    report      TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- one report, the lesser id
    start       INTEGER NOT NULL, -- first character in it
    stop        INTEGER NOT NULL, -- one past the last
    other       TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the other report
    other_start INTEGER NOT NULL, -- first character in the other
    other_stop  INTEGER NOT NULL, -- one past the last
    words       INTEGER NOT NULL, -- words that are the same, in order
    text        TEXT    NOT NULL, -- the characters in the one report
    other_text  TEXT    NOT NULL, -- the characters in the other
    PRIMARY KEY (report, start, other, other_start)
) STRICT;
CREATE INDEX copied_passage_other ON copied_passage (other);

CREATE TABLE version (
    -- A report that has taken the place of another at the same address.
    report  TEXT NOT NULL PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE, -- the later report
    earlier TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the one before it
    address TEXT NOT NULL -- the address, without scheme, "www.", fragment and what only tracks readers
) STRICT;
CREATE INDEX version_earlier ON version (earlier);

CREATE TABLE revision (
    -- A sentence that the later version has otherwise than the earlier one.
    report        TEXT    NOT NULL REFERENCES version (report) ON DELETE CASCADE, -- the later report
    ordinal       INTEGER NOT NULL, -- place in the later text
    kind          TEXT    NOT NULL, -- added, removed or changed
    earlier_start INTEGER NOT NULL, -- first character in the earlier report
    earlier_stop  INTEGER NOT NULL, -- one past the last; the same where the sentence is not there
    earlier_text  TEXT    NOT NULL, -- the characters there
    start         INTEGER NOT NULL, -- first character in the later report
    stop          INTEGER NOT NULL, -- one past the last; the same where the sentence is not there
    text          TEXT    NOT NULL, -- the characters there
    attribution   INTEGER, -- attribution, by ordinal, of the report that has the sentence (the later, where both); NULL: its own words
    variation     TEXT,    -- sharpest difference of a changed sentence: a kind of variation
    why           TEXT    NOT NULL, -- what happened, in words
    PRIMARY KEY (report, ordinal)
) STRICT;

-- A ledger of before has none of these yet: its collation is due.
DELETE FROM meta WHERE key = 'collation';

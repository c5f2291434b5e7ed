-- Version 15: what a collation keeps of copies and versions, so that the next one need look only at what is new.
-- None of these tables refers to another, as they outlive what they were made from until the next collation has looked at it.

CREATE TABLE shingled_report (
    -- What a report is found by as a copy of another, or as a version of a page.
    number   INTEGER NOT NULL PRIMARY KEY, -- a number that its id gives
    report   TEXT    NOT NULL UNIQUE, -- the report
    address  TEXT, -- its address, without scheme, "www.", fragment and what only tracks readers
    shingles BLOB    NOT NULL -- the hashes of its shingles, thinned, each 8 bytes
) STRICT;
CREATE INDEX shingled_report_address ON shingled_report (address) WHERE address IS NOT NULL;

CREATE TABLE shingle (
    -- A report has a shingle: some words in a row.
    hash   INTEGER NOT NULL, -- the shingle's hash, of 48 bits
    number INTEGER NOT NULL, -- the report's number
    PRIMARY KEY (hash, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE compared_pair (
    -- Two reports that were compared, and what they have in common; of those that share shingles and have nothing in common, none.
    one   INTEGER NOT NULL, -- the lesser number of the two reports
    other INTEGER NOT NULL, -- the other number
    met   INTEGER NOT NULL, -- 1 where they share shingles, 0 where a family asked
    share REAL    NOT NULL, -- part of the shorter text's words that stand in both, 0 where they are not one text
    told  INTEGER NOT NULL, -- passages that both have
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX compared_pair_other ON compared_pair (other);

CREATE INDEX version_address ON version (address);

-- Which version of a page came first rests on when they were captured.
CREATE TRIGGER capture_is_found_again AFTER INSERT ON sighting WHEN NEW.captured_at IS NOT NULL BEGIN
    INSERT OR IGNORE INTO uncollated SELECT id FROM report WHERE capture = NEW.capture AND address IS NOT NULL;
END;
CREATE TRIGGER capture_is_dated AFTER UPDATE ON sighting WHEN NEW.captured_at IS NOT OLD.captured_at BEGIN
    INSERT OR IGNORE INTO uncollated SELECT id FROM report WHERE capture = NEW.capture AND address IS NOT NULL;
END;

-- What the last collation was made of is not known to these tables.
DELETE FROM meta WHERE key IN ('collation', 'collated');

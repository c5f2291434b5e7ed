-- Version 17: the words of a report are kept as they are compared, so that whom a new one meets need not be read again.

DROP TABLE shingled_report;
CREATE TABLE shingled_report (
    -- What a report is found by, and compared by, as a copy of another, or as a version of a page.
    number   INTEGER NOT NULL PRIMARY KEY, -- a number that its id gives
    report   TEXT    NOT NULL UNIQUE, -- the report
    address  TEXT, -- its address, without scheme, "www.", fragment and what only tracks readers
    shingles INTEGER NOT NULL, -- how many shingles it has, thinned
    words    BLOB    NOT NULL -- its words in order, a hash of 4 bytes for each
) STRICT;
CREATE INDEX shingled_report_address ON shingled_report (address) WHERE address IS NOT NULL;
DELETE FROM shingle;
DELETE FROM compared_pair;

-- What the last collation was made of is not known to these tables.
DELETE FROM meta WHERE key IN ('collation', 'collated');

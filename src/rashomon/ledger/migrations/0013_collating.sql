-- Version 13: what a collation keeps, so that the next one need look only at what is new.
-- None of these tables refers to another, as they outlive what they were made from until the next collation has looked at it.

CREATE TABLE uncollated (
    -- A report that was added, read anew, mended or dropped since the last collation.
    report TEXT NOT NULL PRIMARY KEY -- the report, which may be gone
) STRICT;
CREATE TRIGGER report_is_uncollated AFTER INSERT ON report BEGIN
    INSERT OR IGNORE INTO uncollated VALUES (NEW.id);
END;
CREATE TRIGGER report_is_gone AFTER DELETE ON report BEGIN
    INSERT OR IGNORE INTO uncollated VALUES (OLD.id);
END;

CREATE TABLE heard_report (
    -- What a report gives to its speakers' names.
    report TEXT NOT NULL PRIMARY KEY, -- the report
    heard  TEXT NOT NULL -- as JSON: its named attributions, and what it tells about names
) STRICT;

CREATE TABLE heard_name (
    -- A name by which a report calls a speaker, and whom it means.
    report TEXT    NOT NULL, -- the report
    key    TEXT    NOT NULL, -- the name's words, folded
    person INTEGER NOT NULL, -- 1 where it is taken for a person's
    given  TEXT, -- its first word, folded, where it has several
    bare   TEXT, -- its only word, folded
    entity TEXT    NOT NULL, -- the entity
    PRIMARY KEY (report, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX heard_name_key ON heard_name (key);
CREATE INDEX heard_name_given ON heard_name (given) WHERE given IS NOT NULL;
CREATE INDEX heard_name_bare ON heard_name (bare) WHERE bare IS NOT NULL;

CREATE TABLE name_tie (
    -- A sign that a name has; names without a common one, nor over others, have no say in each other.
    sign TEXT NOT NULL, -- the sign: a sound, initials, a surname, or a surname with a long sentence that it is quoted in
    key  TEXT NOT NULL, -- the name's words, folded
    PRIMARY KEY (sign, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_tie_key ON name_tie (key);

CREATE TABLE name_explained (
    -- The long form that a report gives for an abbreviation.
    report TEXT NOT NULL, -- the report
    short  TEXT NOT NULL, -- the abbreviation
    key    TEXT NOT NULL, -- its letters, folded
    long   TEXT NOT NULL, -- the long form's words, folded
    PRIMARY KEY (report, short)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_explained_key ON name_explained (key);
CREATE INDEX name_explained_long ON name_explained (long);

CREATE TABLE side_named (
    -- A side for which somebody speaks, as a report names it.
    side TEXT NOT NULL PRIMARY KEY, -- the name as given
    key  TEXT NOT NULL -- its words, folded
) STRICT, WITHOUT ROWID;
CREATE INDEX side_named_key ON side_named (key);
CREATE INDEX entity_affiliation_side ON entity_affiliation (side);

CREATE TABLE company (
    -- A name that a report holds, whoever speaks there.
    key    TEXT NOT NULL, -- how the name sounds
    report TEXT NOT NULL, -- the report
    PRIMARY KEY (key, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX company_report ON company (report);

CREATE TABLE said_sentence (
    -- A sentence that somebody is reported to have said, as it is matched.
    number    INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- its number, never given twice
    report    TEXT    NOT NULL, -- the report
    sentence  INTEGER NOT NULL, -- the report's sentence, by ordinal
    headline  INTEGER NOT NULL, -- 1 where it stands in a headline
    quoted    INTEGER NOT NULL, -- 1 where it stands at a quotation mark
    spoken    INTEGER NOT NULL, -- 1 where it is quoted or reported as speech
    speaker   TEXT, -- the entity that said it; NULL is not known
    statement TEXT, -- the statement that it is a wording of
    UNIQUE (report, sentence)
) STRICT;
CREATE INDEX said_sentence_statement ON said_sentence (statement);

CREATE TABLE sentence_key (
    -- A key under which a sentence meets others that may be alike; keys of sentences that are gone stay behind.
    key      INTEGER NOT NULL, -- the key
    sentence INTEGER NOT NULL, -- the said sentence
    PRIMARY KEY (key, sentence)
) STRICT, WITHOUT ROWID;

CREATE TABLE sentence_link (
    -- Two sentences say the same, as far as their two reports tell.
    one   INTEGER NOT NULL, -- the said sentence that comes first by report and place
    other INTEGER NOT NULL, -- the other
    odds  REAL    NOT NULL, -- log-odds
    why   TEXT    NOT NULL, -- what ties them, in words
    part  INTEGER, -- which of the two is only a part of the other
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX sentence_link_other ON sentence_link (other);

CREATE TABLE sentence_halves (
    -- Two neighbours that a third sentence, in another report, holds as one.
    one   INTEGER NOT NULL, -- a said sentence
    other INTEGER NOT NULL, -- its neighbour
    third INTEGER NOT NULL, -- the sentence that holds both
    PRIMARY KEY (one, other, third)
) STRICT, WITHOUT ROWID;
CREATE INDEX sentence_halves_other ON sentence_halves (other);
CREATE INDEX sentence_halves_third ON sentence_halves (third);

CREATE INDEX statement_tally_statement ON statement_tally (statement);
-- What is made anew a statement or a story at a time is found without reading every row.
CREATE INDEX timeline_statement ON timeline (statement);
CREATE INDEX omission_statement ON omission (statement);
CREATE INDEX carrying_origin ON carrying (origin);
CREATE INDEX carrying_estimate ON carrying (estimate);
CREATE INDEX independence_estimate ON independence (estimate);
CREATE INDEX estimate_figure_estimate ON estimate_figure (estimate);
CREATE INDEX conflict_settling_conflict ON conflict_settling (conflict);

-- What the last collation was made of is not known to these tables.
DELETE FROM meta WHERE key = 'collation';

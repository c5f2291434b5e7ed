-- Version 27: what a spokesman by name says, and what the body says for which he speaks, may be one statement.

DROP TABLE said_sentence;
CREATE TABLE said_sentence (
    -- A sentence that somebody is reported to have said, as it is matched.
    number    INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- its number, never given twice
    report    TEXT    NOT NULL, -- the report
    sentence  INTEGER NOT NULL, -- the report's sentence, by ordinal
    voice     TEXT    NOT NULL, -- body, headline or embedded: a headline and an embedded post have what the text says again
    quoted    INTEGER NOT NULL, -- 1 where it stands at a quotation mark
    spoken    INTEGER NOT NULL, -- 1 where it is quoted or reported as speech
    speaker   TEXT, -- the entity that said it; NULL is not known
    side      TEXT, -- the body for which the speaker speaks, as the report calls it; NULL for none
    statement TEXT, -- the statement that it is a wording of
    UNIQUE (report, sentence)
) STRICT;
CREATE INDEX said_sentence_statement ON said_sentence (statement);
CREATE INDEX said_sentence_speaker ON said_sentence (speaker, statement) WHERE speaker IS NOT NULL;

-- Sentences are numbered anew, so that nothing is left that refers to the old numbers.
DELETE FROM said_jointly;
DELETE FROM sentence_key;
DELETE FROM sentence_link;
DELETE FROM sentence_halves;
DELETE FROM meta WHERE key IN ('collation', 'collated');

-- Version 5: dates, channels and addressees with their words, chains, affiliations.

CREATE TABLE date_expression (
    -- Words of a report that tell a time, and the days that they lead to.
    report   TEXT    NOT NULL REFERENCES reading (report) ON DELETE CASCADE, -- the report
    ordinal  INTEGER NOT NULL, -- place in the reading
    start    INTEGER NOT NULL, -- first character
    stop     INTEGER NOT NULL, -- one past the last character
    text     TEXT    NOT NULL, -- the characters there
    earliest TEXT,             -- ISO date of the first day that it may be; NULL where it cannot be decided
    latest   TEXT,             -- ISO date of the last day, included
    relation TEXT,             -- before, after, since, until or by, where what happened is not at the time named
    why      TEXT    NOT NULL, -- what led to these days, or why nothing did, in words
    PRIMARY KEY (report, ordinal)
) STRICT;

CREATE TABLE sentence_date (
    -- The date expression that tells when what a sentence says happens or happened.
    report   TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report
    sentence INTEGER NOT NULL, -- the sentence, by ordinal
    date     INTEGER NOT NULL, -- the date expression, by ordinal
    PRIMARY KEY (report, sentence),
    FOREIGN KEY (report, sentence) REFERENCES sentence (report, ordinal) ON DELETE CASCADE,
    FOREIGN KEY (report, date) REFERENCES date_expression (report, ordinal) ON DELETE CASCADE
) STRICT;

CREATE TABLE chain (
    -- How an attribution's content came into the report: through how many hands, from what kind of source, said when.
    report      TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report
    attribution INTEGER NOT NULL, -- the attribution, by ordinal
    hands       INTEGER NOT NULL, -- how many passed it on after it was said, this report's outlet included
    source_kind TEXT, -- what kind of source it is, where the speaker is not known: not expressed, reports, document,
                      -- spokesperson, official, close to, expert, witness, sources or people
    said_date   INTEGER, -- the date expression, by ordinal, that tells when it was said
    PRIMARY KEY (report, attribution),
    FOREIGN KEY (report, attribution) REFERENCES attribution (report, ordinal) ON DELETE CASCADE,
    FOREIGN KEY (report, said_date) REFERENCES date_expression (report, ordinal) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE chain_link (
    -- A link of an attribution's chain, its speaker first: who, to whom, through what, as whom reports, as which outlet.
    report      TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report
    attribution INTEGER NOT NULL, -- the attribution, by ordinal
    ordinal     INTEGER NOT NULL, -- place in the chain
    kind        TEXT    NOT NULL, -- speaker, addressee, channel, reporter or outlet
    name        TEXT,    -- the name, or the channel; NULL is not known
    start       INTEGER, -- first character; NULL for this report's outlet and for what is not expressed
    stop        INTEGER, -- one past the last character
    text        TEXT,    -- the characters there
    hand        INTEGER NOT NULL, -- 1 where it passed through this link after it was said, else 0
    PRIMARY KEY (report, attribution, ordinal),
    FOREIGN KEY (report, attribution) REFERENCES attribution (report, ordinal) ON DELETE CASCADE
) STRICT;

CREATE TABLE circumstance (
    -- What the text tells about a saying besides who says what, and the characters that tell it.
    report      TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report
    attribution INTEGER NOT NULL, -- the attribution, by ordinal
    ordinal     INTEGER NOT NULL, -- place in the list
    kind        TEXT    NOT NULL, -- channel, addressee, date, anonymity or reason for anonymity
    value       TEXT    NOT NULL, -- the channel, the addressee, the date (as in attribution.said_on) or the words
    start       INTEGER NOT NULL, -- first character
    stop        INTEGER NOT NULL, -- one past the last character
    text        TEXT    NOT NULL, -- the characters there
    why         TEXT    NOT NULL, -- what ties it to the attribution, in words
    PRIMARY KEY (report, attribution, ordinal),
    FOREIGN KEY (report, attribution) REFERENCES attribution (report, ordinal) ON DELETE CASCADE
) STRICT;

CREATE TABLE affiliation (
    -- What a report tells beside a name: the role, with whom, and on which side.
    report       TEXT    NOT NULL REFERENCES reading (report) ON DELETE CASCADE, -- the report
    ordinal      INTEGER NOT NULL, -- place in the reading
    name         TEXT    NOT NULL, -- the fullest name that the report gives the person
    role         TEXT,             -- the role: spokesman, head of foreign relations
    organisation TEXT,             -- with whom: the fullest name that the report gives it
    side         TEXT,             -- the party or body for which they speak
    start        INTEGER NOT NULL, -- first character of the words that tell it
    stop         INTEGER NOT NULL, -- one past the last character
    text         TEXT    NOT NULL, -- the characters there
    why          TEXT    NOT NULL, -- how it is told, in words
    PRIMARY KEY (report, ordinal)
) STRICT;

CREATE TABLE entity_affiliation (
    -- What a report tells beside an entity's name: the role, with whom, and on which side.
    entity       TEXT    NOT NULL REFERENCES entity (id) ON DELETE CASCADE, -- the entity
    ordinal      INTEGER NOT NULL, -- place in the list
    report       TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report that tells it
    role         TEXT,             -- the role: spokesman, head of foreign relations
    organisation TEXT,             -- with whom
    side         TEXT,             -- the party or body for which they speak
    party        TEXT REFERENCES entity (id) ON DELETE SET NULL, -- the entity that the side is, where it speaks here too
    start        INTEGER NOT NULL, -- first character of the words that tell it
    stop         INTEGER NOT NULL, -- one past the last character
    why          TEXT    NOT NULL, -- how it is told, in words
    PRIMARY KEY (entity, ordinal)
) STRICT;
CREATE INDEX entity_affiliation_report ON entity_affiliation (report);
CREATE INDEX entity_affiliation_party ON entity_affiliation (party);

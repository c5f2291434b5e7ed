-- Version 23: several who say something together are each kept, and what they say is on the page of each.

CREATE TABLE joint_speaker (
    -- One of several who say an attribution's content together; the attribution itself names no speaker, as nobody says it alone.
    report      TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report
    attribution INTEGER NOT NULL, -- the attribution, by ordinal
    ordinal     INTEGER NOT NULL, -- place among those who say it, in order of the source
    name        TEXT,    -- fullest name the report gives this one, without title or role; NULL is not known (ten others)
    kind        TEXT,    -- person, organisation, place or date
    why         TEXT    NOT NULL, -- what led to the name, or why nothing did, in words
    start       INTEGER, -- first character of the name that this rests on, or of the source's words for one who is not known
    stop        INTEGER, -- one past the last character
    text        TEXT,    -- the characters there
    PRIMARY KEY (report, attribution, ordinal),
    FOREIGN KEY (report, attribution) REFERENCES attribution (report, ordinal) ON DELETE CASCADE
) STRICT;

CREATE TABLE statement_joint_speaker (
    -- One of those who are reported to have said a statement together, whether or not a report gives it to one of them alone.
    statement TEXT    NOT NULL REFERENCES statement (id) ON DELETE CASCADE, -- the statement
    ordinal   INTEGER NOT NULL, -- place among them, in order of the source that names most of them
    entity    TEXT REFERENCES entity (id) ON DELETE SET NULL, -- the entity; NULL is not known
    PRIMARY KEY (statement, ordinal)
) STRICT;
CREATE INDEX statement_joint_speaker_entity ON statement_joint_speaker (entity);

CREATE TABLE said_jointly (
    -- One of several who are reported to have said a sentence together, as it is matched.
    sentence INTEGER NOT NULL, -- the said sentence
    ordinal  INTEGER NOT NULL, -- place among them
    entity   TEXT, -- the entity; NULL is not known
    PRIMARY KEY (sentence, ordinal)
) STRICT;
CREATE INDEX said_jointly_entity ON said_jointly (entity) WHERE entity IS NOT NULL;

DROP TABLE statement_tally;
CREATE TABLE statement_tally (
    -- Where a statement of which a speaker is known was first reported: derived when reports are collated, and not exported.
    speaker   TEXT    NOT NULL, -- the entity that said it, alone or together with others
    day       TEXT    NOT NULL, -- date of the report of its first wording, or ~, which sorts last
    report    TEXT    NOT NULL, -- that report
    start     INTEGER NOT NULL, -- first character of that wording
    statement TEXT    NOT NULL, -- the statement
    wordings  INTEGER NOT NULL, -- how many wordings it has
    story     TEXT,             -- a story of that report
    joint     INTEGER NOT NULL, -- 1 where the entity is only reported to have said it together with others
    PRIMARY KEY (speaker, day, report, start, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_tally_wordings ON statement_tally (speaker, wordings DESC, day, report, start);
CREATE INDEX statement_tally_statement ON statement_tally (statement);
INSERT INTO statement_tally SELECT t.speaker, coalesce(r.published, '~'), w.report, w.start, t.id,
    (SELECT count(*) FROM wording WHERE statement = t.id), (SELECT min(story) FROM story_report WHERE report = w.report), 0
    FROM statement AS t JOIN wording AS w ON w.statement = t.id AND w.ordinal = 0 JOIN report AS r ON r.id = w.report
    WHERE t.speaker IS NOT NULL ORDER BY 1, 2, 3, 4, 5;

-- What reports give to names is written otherwise, so that all of it is collated anew.
DELETE FROM meta WHERE key IN ('collation', 'collated');

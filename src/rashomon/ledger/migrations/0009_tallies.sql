-- Version 9: what lists are made from, so that a page of a list does not count a million rows.

CREATE TABLE story_tally (
    -- A story's counts: derived when reports are collated, and not exported.
    story      TEXT    NOT NULL PRIMARY KEY REFERENCES story (id) ON DELETE CASCADE, -- the story
    reports    INTEGER NOT NULL, -- how many reports it has
    statements INTEGER NOT NULL, -- how many statements they carry
    latest     TEXT    NOT NULL, -- ISO date of its latest dated report, or nothing
    earliest   TEXT    NOT NULL  -- ISO date of its earliest dated report, or ~, which sorts last
) STRICT;
CREATE INDEX story_tally_reports ON story_tally (reports DESC, latest DESC, story);
CREATE INDEX story_tally_latest ON story_tally (latest DESC, story);
CREATE INDEX story_tally_earliest ON story_tally (earliest, story);

CREATE TABLE entity_tally (
    -- An entity's counts: derived when reports are collated, and not exported.
    entity     TEXT    NOT NULL PRIMARY KEY REFERENCES entity (id) ON DELETE CASCADE, -- the entity
    statements INTEGER NOT NULL -- how many statements are its own
) STRICT;
CREATE INDEX entity_tally_statements ON entity_tally (statements DESC, entity);

CREATE TABLE statement_tally (
    -- Where a statement whose speaker is known was first reported: derived when reports are collated, and not exported.
    speaker   TEXT    NOT NULL, -- the entity that said it
    day       TEXT    NOT NULL, -- date of the report of its first wording, or ~, which sorts last
    report    TEXT    NOT NULL, -- that report
    start     INTEGER NOT NULL, -- first character of that wording
    statement TEXT    NOT NULL, -- the statement
    wordings  INTEGER NOT NULL, -- how many wordings it has
    story     TEXT,             -- a story of that report
    PRIMARY KEY (speaker, day, report, start, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_tally_wordings ON statement_tally (speaker, wordings DESC, day, report, start);

CREATE INDEX wording_statement ON wording (report, statement);
DROP INDEX wording_report;
CREATE INDEX report_outlet ON report (outlet);

-- A ledger that is collated already has its counts at once.
INSERT INTO story_tally SELECT s.id, count(DISTINCT sr.report), count(DISTINCT w.statement), coalesce(s.latest, ''),
    coalesce(s.earliest, '~') FROM story AS s JOIN story_report AS sr ON sr.story = s.id LEFT JOIN wording AS w ON
    w.report = sr.report GROUP BY s.id;
INSERT INTO entity_tally SELECT e.id, (SELECT count(*) FROM statement WHERE speaker = e.id) FROM entity AS e;
INSERT INTO statement_tally SELECT t.speaker, coalesce(r.published, '~'), w.report, w.start, t.id,
    (SELECT count(*) FROM wording WHERE statement = t.id), (SELECT min(story) FROM story_report WHERE report = w.report)
    FROM statement AS t JOIN wording AS w ON w.statement = t.id AND w.ordinal = 0 JOIN report AS r ON r.id = w.report
    WHERE t.speaker IS NOT NULL ORDER BY 1, 2, 3, 4, 5;

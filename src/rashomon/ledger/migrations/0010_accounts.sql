-- Version 10: a story's accounts: origins and independence, conflicts, the timeline, what an outlet left out.

CREATE TABLE origin (
    -- Where reports of a story had things from.
    id    TEXT NOT NULL PRIMARY KEY, -- derived from the story and what tells the origin
    story TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE, -- the story
    kind  TEXT NOT NULL, -- own publication, agency, another outlet, another person, own interview, the speaker, nobody
                         -- named, or the report itself
    name  TEXT           -- whose publication, which agency, outlet or person; the words for the source where nobody is named
) STRICT;
CREATE INDEX origin_story ON origin (story);

CREATE TABLE estimate (
    -- A figure that reports of a story give alike: one event, unit, thing counted and range.
    id      TEXT NOT NULL PRIMARY KEY, -- derived from the story and the columns below
    story   TEXT NOT NULL REFERENCES story (id) ON DELETE CASCADE, -- the story
    event   TEXT NOT NULL, -- what happened to what is counted: killed, wounded, captured, …
    unit    TEXT NOT NULL, -- as figure.unit
    counted TEXT NOT NULL, -- what is counted, in the singular; people where the words may mean anybody
    low     REAL,          -- the least that the words allow
    best    REAL,          -- the number they give
    high    REAL           -- the most that they allow
) STRICT;
CREATE INDEX estimate_story ON estimate (story);

CREATE TABLE estimate_figure (
    -- A report's figure that gives an estimate.
    estimate TEXT    NOT NULL REFERENCES estimate (id) ON DELETE CASCADE, -- the estimate
    ordinal  INTEGER NOT NULL, -- place in order of report date
    report   TEXT    NOT NULL, -- the report
    figure   INTEGER NOT NULL, -- its figure, by ordinal
    PRIMARY KEY (estimate, ordinal),
    FOREIGN KEY (report, figure) REFERENCES figure (report, ordinal) ON DELETE CASCADE
) STRICT;

CREATE TABLE carrying (
    -- One report's carrying of a statement or an estimate, and the origin it had it from.
    story     TEXT    NOT NULL REFERENCES story (id) ON DELETE CASCADE, -- the story
    ordinal   INTEGER NOT NULL, -- place in the story
    statement TEXT REFERENCES statement (id) ON DELETE CASCADE, -- the statement; NULL for an estimate
    estimate  TEXT REFERENCES estimate (id) ON DELETE CASCADE,  -- the estimate; NULL for a statement
    report    TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report
    start     INTEGER NOT NULL, -- first character of the wording or figure
    stop      INTEGER NOT NULL, -- one past the last character
    text      TEXT    NOT NULL, -- the characters there
    origin    TEXT    NOT NULL REFERENCES origin (id) ON DELETE CASCADE, -- where the report had it from
    certain   INTEGER NOT NULL, -- 0 where nothing tells the origin, so that it may be one of the others; else 1
    why       TEXT    NOT NULL, -- what the origin rests on, in words
    PRIMARY KEY (story, ordinal)
) STRICT;
CREATE INDEX carrying_statement ON carrying (statement);

CREATE TABLE independence (
    -- How many reports, outlets and independent origins a statement or an estimate has within a story.
    story     TEXT    NOT NULL REFERENCES story (id) ON DELETE CASCADE, -- the story
    ordinal   INTEGER NOT NULL, -- place in the story
    statement TEXT REFERENCES statement (id) ON DELETE CASCADE, -- the statement; NULL for an estimate
    estimate  TEXT REFERENCES estimate (id) ON DELETE CASCADE,  -- the estimate; NULL for a statement
    reports   INTEGER NOT NULL, -- reports that carry it
    outlets   INTEGER NOT NULL, -- outlets that carry it; those declared one family count once
    low       INTEGER NOT NULL, -- the fewest independent origins that what the reports tell allows
    high      INTEGER NOT NULL, -- the most
    why       TEXT    NOT NULL, -- a line for each merge and each doubt
    PRIMARY KEY (story, ordinal)
) STRICT;
CREATE INDEX independence_statement ON independence (statement);

CREATE TABLE conflict (
    -- A place where accounts part. Nothing is called true or false.
    id     TEXT    NOT NULL PRIMARY KEY, -- derived from the story and what parts
    story  TEXT    NOT NULL REFERENCES story (id) ON DELETE CASCADE, -- the story
    kind   TEXT    NOT NULL, -- figures, denial, altered quotation, opposed claims or opposite sayings
    about  TEXT    NOT NULL, -- what it is about, in words
    score  REAL    NOT NULL, -- what it was found by, 0 to 1: a constant of the rule, a likeness of meaning (denials), for opposed claims a constant of the rule (0.7: a deed done and not done) or a model's score, or the share of words in common (opposite sayings); it orders conflicts of one kind and is no chance that accounts part
    rising INTEGER NOT NULL, -- 1 where the larger figure is later, so that the number may simply have risen; else 0
    why    TEXT    NOT NULL  -- what makes it one, in words
) STRICT;
CREATE INDEX conflict_story ON conflict (story);

CREATE TABLE conflict_member (
    -- What stands on one side of a conflict.
    conflict    TEXT    NOT NULL REFERENCES conflict (id) ON DELETE CASCADE, -- the conflict
    ordinal     INTEGER NOT NULL, -- place in the conflict
    side        INTEGER NOT NULL, -- the side, from 0
    report      TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report
    start       INTEGER NOT NULL, -- first character
    stop        INTEGER NOT NULL, -- one past the last character
    text        TEXT    NOT NULL, -- the characters there
    attribution INTEGER, -- its attribution in the report, by ordinal
    statement   TEXT REFERENCES statement (id) ON DELETE SET NULL, -- the statement that it is a wording of
    source      TEXT    NOT NULL, -- who is cited for it, in words
    why         TEXT    NOT NULL, -- why it stands on this side
    PRIMARY KEY (conflict, ordinal),
    FOREIGN KEY (report, attribution) REFERENCES attribution (report, ordinal) ON DELETE CASCADE
) STRICT;

CREATE TABLE conflict_settling (
    -- Where a report says what would settle a conflict, or that it is not settled.
    conflict TEXT    NOT NULL REFERENCES conflict (id) ON DELETE CASCADE, -- the conflict
    ordinal  INTEGER NOT NULL, -- place in the conflict
    report   TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report
    start    INTEGER NOT NULL, -- first character
    stop     INTEGER NOT NULL, -- one past the last character
    text     TEXT    NOT NULL, -- the characters there
    PRIMARY KEY (conflict, ordinal)
) STRICT;

CREATE TABLE timeline (
    -- Something on a story's timeline, earliest first.
    story     TEXT    NOT NULL REFERENCES story (id) ON DELETE CASCADE, -- the story
    ordinal   INTEGER NOT NULL, -- place on the timeline
    earliest  TEXT    NOT NULL, -- ISO date that it is not before
    latest    TEXT    NOT NULL, -- ISO date that it is not after
    kind      TEXT    NOT NULL, -- published (a report came out), said (a statement was made) or dated (a report tells that it happened that day)
    statement TEXT REFERENCES statement (id) ON DELETE CASCADE, -- the statement; NULL for a report
    report    TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report that tells it
    start     INTEGER NOT NULL, -- first character of the wording, or of the report's first passage
    stop      INTEGER NOT NULL, -- one past the last character
    text      TEXT    NOT NULL, -- the characters there
    why       TEXT    NOT NULL, -- what the date rests on, in words
    PRIMARY KEY (story, ordinal)
) STRICT;

CREATE TABLE omission (
    -- A statement that most other outlets of a story carry and this report's outlet does not.
    story     TEXT    NOT NULL REFERENCES story (id) ON DELETE CASCADE, -- the story
    report    TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report that does not have it
    statement TEXT    NOT NULL REFERENCES statement (id) ON DELETE CASCADE, -- the statement
    carried   INTEGER NOT NULL, -- other outlets that carry it
    others    INTEGER NOT NULL, -- other outlets of the story
    PRIMARY KEY (story, report, statement)
) STRICT;

CREATE TABLE outlet_family (
    -- An outlet that is declared to share its owner or feed with others.
    outlet TEXT NOT NULL PRIMARY KEY, -- the outlet's name as declared
    family TEXT NOT NULL              -- the family's name
) STRICT;

-- For people who browse the file: what is said on each side of each conflict, a row a member.
CREATE VIEW where_accounts_part AS
SELECT c.story, c.id AS conflict, c.kind, c.about, c.score, m.side, m.source, r.outlet, r.published, m.text, m.report,
    m.start, m.stop, c.rising, c.why
FROM conflict AS c JOIN conflict_member AS m ON m.conflict = c.id JOIN report AS r ON r.id = m.report;

-- Version 1: captures, reports, readings, collation, problems and corrections.
--
-- The comments inside each CREATE TABLE are the documentation of that table: SQLite keeps them in the file, and
-- schema.py reads them back for docs/ledger.md and for what is written beside an export. The first comment says what
-- a row is; the comment after a column says what the column holds.
--
-- Conventions: ids are text derived from content. `start` and `stop` are a half-open range of Unicode code points of
-- the report's text (`stop` because `end` is a reserved word in DuckDB and PostgreSQL, as `at` is). `ordinal` counts from 0.
-- NULL is "not known".

CREATE TABLE meta (
    -- What the ledger knows about itself; not exported.
    key   TEXT NOT NULL PRIMARY KEY, -- `collation`: the fingerprint of the collation that the statements, entities and
                                     -- stories come from; absent while one is due. `collated`: what the last collation
                                     -- was made of, from which the next goes on, as JSON: code and reader, how many
                                     -- reports, the decisions that held, the declared families of outlets
    value TEXT NOT NULL              -- its value
) STRICT;

CREATE TABLE run (
    -- A run that wrote to this ledger; not exported, so that an interrupted and an undisturbed run compare equal.
    number  INTEGER PRIMARY KEY, -- counts runs
    started TEXT NOT NULL,       -- ISO 8601 instant in UTC
    code    TEXT NOT NULL,       -- version of Rashomon
    reader  TEXT NOT NULL        -- fingerprint of the reader (code and model)
) STRICT;

CREATE TABLE capture (
    -- The bytes as received; never altered.
    sha256     TEXT    NOT NULL PRIMARY KEY, -- SHA-256 of the bytes, hexadecimal
    media_type TEXT    NOT NULL,             -- how to read the bytes: text/plain, text/html or application/json
    size       INTEGER NOT NULL,             -- number of bytes as received
    packing    TEXT    NOT NULL CHECK (packing IN ('none', 'zlib')), -- how content is stored: none (as it is) or zlib
                                             -- (RFC 1950), whichever is smaller
    content    BLOB    NOT NULL              -- the bytes, packed so; not exported
) STRICT;

CREATE TABLE sighting (
    -- A place where a capture was found: the same bytes met twice are one capture with two sightings.
    capture     TEXT NOT NULL REFERENCES capture (sha256), -- the capture
    path        TEXT NOT NULL, -- where the bytes were found, for people; what is no text in a file name is escaped
    address     TEXT,          -- the page's own address, if known
    captured_at TEXT,          -- ISO 8601 instant in UTC: for a file, when it was last changed
    PRIMARY KEY (capture, path)
) STRICT;

CREATE TABLE report (
    -- The readable text of one capture, as read from its first path in order of path.
    id             TEXT NOT NULL PRIMARY KEY, -- first 16 hexadecimal digits of the capture's SHA-256
    capture        TEXT NOT NULL UNIQUE REFERENCES capture (sha256), -- the capture
    name           TEXT NOT NULL, -- short label for people: the file's stem
    title          TEXT,          -- headline, from the page's metadata or its text
    outlet         TEXT,          -- who published it
    published      TEXT,          -- ISO 8601 date, or the part of one that is known (2031, 2031-04)
    published_from TEXT,          -- where the date was read: json, metadata, address, dateline, text, file name, or a person’s decision
    language       TEXT,          -- language code
    address        TEXT,          -- the page's own address
    text           TEXT NOT NULL  -- the text that every start and stop counts in
) STRICT;

CREATE TABLE report_author (
    -- An author of a report, as its byline or metadata names them.
    report  TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report
    ordinal INTEGER NOT NULL, -- place in the list of authors
    name    TEXT    NOT NULL, -- the author's name
    PRIMARY KEY (report, ordinal)
) STRICT;

CREATE TABLE passage (
    -- A stretch of a report in one voice; passages do not overlap and stand in text order.
    report  TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report
    ordinal INTEGER NOT NULL, -- place in the report
    voice   TEXT    NOT NULL, -- headline, byline, body, embedded post, caption, comment or furniture
    start   INTEGER NOT NULL, -- first character
    stop    INTEGER NOT NULL, -- one past the last character
    PRIMARY KEY (report, ordinal)
) STRICT;

CREATE TABLE reading (
    -- What was read in one report, and by which reader.
    report      TEXT NOT NULL PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE, -- the report
    model       TEXT NOT NULL, -- the model that read it
    fingerprint TEXT NOT NULL  -- fingerprint of the reader (code and model); another one reads the report anew
) STRICT;

CREATE TABLE mention (
    -- A span that names a person, organisation, place or date, or gives a figure.
    report  TEXT    NOT NULL REFERENCES reading (report) ON DELETE CASCADE, -- the report
    ordinal INTEGER NOT NULL, -- place in the reading
    kind    TEXT    NOT NULL, -- person, organisation, place, date or figure
    start   INTEGER NOT NULL, -- first character
    stop    INTEGER NOT NULL, -- one past the last character
    text    TEXT    NOT NULL, -- the characters there
    score   REAL    NOT NULL, -- the model's probability, 0 to 1
    PRIMARY KEY (report, ordinal)
) STRICT;

CREATE TABLE attribution (
    -- A content given as someone's; its source, cue and content stand in attribution_span.
    report         TEXT    NOT NULL REFERENCES reading (report) ON DELETE CASCADE, -- the report
    ordinal        INTEGER NOT NULL, -- place in the reading; `attribution` columns elsewhere hold this number
    kind           TEXT    NOT NULL, -- direct (quoted whole), indirect (retold) or mixed
    confidence     REAL    NOT NULL, -- chance that it is right, 0 to 1
    inside         INTEGER, -- the attribution, by ordinal, whose content this one stands in
    channel        TEXT,    -- through what it was said (a letter, a broadcaster)
    addressee      TEXT,    -- to whom
    said_on        TEXT,    -- when, as far as it is known, in ISO 8601-2: a day, a month, a year, first/last for other
                            -- intervals, or XXXX-08-16 for a day of an unknown year
    speaker_name   TEXT,    -- fullest name the report gives the speaker, without title or role
    speaker_kind   TEXT,    -- person, organisation, place or date
    speaker_why    TEXT    NOT NULL, -- what led to the speaker, or why nothing did, in words
    evidence_start INTEGER, -- first character of the name that this rests on
    evidence_stop  INTEGER, -- one past its last character
    PRIMARY KEY (report, ordinal),
    FOREIGN KEY (report, inside) REFERENCES attribution (report, ordinal) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE attribution_span (
    -- A stretch of an attribution's source, cue or content; several of one part make it discontinuous.
    report      TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report
    attribution INTEGER NOT NULL, -- the attribution, by ordinal
    part        TEXT    NOT NULL CHECK (part IN ('source', 'cue', 'content')), -- source, cue or content
    ordinal     INTEGER NOT NULL, -- place within the part
    start       INTEGER NOT NULL, -- first character
    stop        INTEGER NOT NULL, -- one past the last character
    text        TEXT    NOT NULL, -- the characters there
    PRIMARY KEY (report, attribution, part, ordinal),
    FOREIGN KEY (report, attribution) REFERENCES attribution (report, ordinal) ON DELETE CASCADE
) STRICT;

CREATE TABLE sentence (
    -- A sentence, less the white space and quotation marks around it: the unit that is matched.
    report      TEXT    NOT NULL REFERENCES reading (report) ON DELETE CASCADE, -- the report
    ordinal     INTEGER NOT NULL, -- place in the reading
    start       INTEGER NOT NULL, -- first character
    stop        INTEGER NOT NULL, -- one past the last character
    attribution INTEGER, -- innermost attribution, by ordinal, whose content it stands in; NULL for the report's own
                         -- narration
    text        TEXT    NOT NULL, -- the characters there
    vector      BLOB    NOT NULL, -- its meaning: 384 little-endian float16 of unit length, or nothing; not exported
    PRIMARY KEY (report, ordinal),
    FOREIGN KEY (report, attribution) REFERENCES attribution (report, ordinal) ON DELETE CASCADE
) STRICT;

CREATE TABLE entity (
    -- Who or what sources refer to, across reports.
    id   TEXT NOT NULL PRIMARY KEY, -- derived from its evidence
    name TEXT NOT NULL, -- the name to show
    kind TEXT           -- person, organisation, place or date
) STRICT;

CREATE TABLE entity_name (
    -- A form of an entity's name.
    entity  TEXT    NOT NULL REFERENCES entity (id) ON DELETE CASCADE, -- the entity
    ordinal INTEGER NOT NULL, -- the fullest form is 0
    name    TEXT    NOT NULL, -- the form as met
    folded  TEXT    NOT NULL, -- its words in lower case, without accents or punctuation: what is looked up
    PRIMARY KEY (entity, ordinal)
) STRICT;

CREATE TABLE entity_evidence (
    -- One report's name for an entity, and why it was taken for the same one.
    entity  TEXT    NOT NULL REFERENCES entity (id) ON DELETE CASCADE, -- the entity
    ordinal INTEGER NOT NULL, -- place in the list of evidence
    report  TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report
    name    TEXT    NOT NULL, -- the report's name for it
    start   INTEGER NOT NULL, -- first character of the name in the report
    stop    INTEGER NOT NULL, -- one past its last character
    why     TEXT    NOT NULL, -- why it was taken for the same one, in words
    PRIMARY KEY (entity, ordinal)
) STRICT;
CREATE INDEX entity_evidence_report ON entity_evidence (report);

CREATE TABLE statement (
    -- A thing said once by someone, however often it is reported.
    id      TEXT NOT NULL PRIMARY KEY, -- derived from its first wording
    speaker TEXT REFERENCES entity (id) ON DELETE SET NULL -- the entity that said it; NULL is not known
) STRICT;
CREATE INDEX statement_speaker ON statement (speaker);

CREATE TABLE wording (
    -- One report's version of a statement.
    statement   TEXT    NOT NULL REFERENCES statement (id) ON DELETE CASCADE, -- the statement
    ordinal     INTEGER NOT NULL, -- place in order of report date (unknown last), report and start
    report      TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report
    start       INTEGER NOT NULL, -- first character
    stop        INTEGER NOT NULL, -- one past the last character
    attribution INTEGER, -- the report's attribution, by ordinal, that it comes from
    score       REAL    NOT NULL, -- how surely it belongs to the statement, 0 to 1; 1 for the first wording
    why         TEXT    NOT NULL, -- what ties it to the statement, in words
    text        TEXT    NOT NULL, -- the characters there
    PRIMARY KEY (statement, ordinal),
    FOREIGN KEY (report, attribution) REFERENCES attribution (report, ordinal) ON DELETE CASCADE
) STRICT;
CREATE INDEX wording_report ON wording (report);

CREATE TABLE story (
    -- The reports about the same events.
    id       TEXT NOT NULL PRIMARY KEY, -- derived from its reports
    title    TEXT NOT NULL, -- a title to show
    earliest TEXT,          -- ISO date of its earliest dated report
    latest   TEXT           -- ISO date of its latest dated report
) STRICT;

CREATE TABLE story_report (
    -- A report of a story.
    story   TEXT    NOT NULL REFERENCES story (id) ON DELETE CASCADE, -- the story
    ordinal INTEGER NOT NULL, -- place in the story
    report  TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report
    PRIMARY KEY (story, ordinal)
) STRICT;
CREATE INDEX story_report_report ON story_report (report);

CREATE TABLE problem (
    -- What could not be read, and why.
    id          TEXT NOT NULL PRIMARY KEY, -- derived from the other columns, without fingerprint
    item        TEXT NOT NULL, -- the file, page or report
    stage       TEXT NOT NULL, -- where it failed
    fault       TEXT NOT NULL, -- what is wrong, in words
    mend        TEXT NOT NULL, -- what mends it, in words
    sha256      TEXT,          -- SHA-256 of its bytes, where they could be read
    fingerprint TEXT           -- fingerprint of the reader that met it, as another may succeed; NULL: it holds for all
) STRICT;

CREATE TABLE correction (
    -- A person's decision, kept beside the machine's reading; rows are only ever added.
    id         TEXT NOT NULL PRIMARY KEY, -- derived from the other columns
    who        TEXT NOT NULL, -- who decided
    decided_at TEXT NOT NULL, -- when: ISO 8601 instant in UTC
    why        TEXT NOT NULL, -- the reason, in words
    kind       TEXT NOT NULL, -- accept, reject, mend, merge, split or undo
    target     TEXT NOT NULL, -- what it is about: a kind of record, a colon, and its id or its report and characters
    old        TEXT,          -- what the machine had read, as the person saw it; of an attribution, as JSON
    new        TEXT           -- what stands in its place; of an attribution, the changed parts or the speaker as JSON
) STRICT;
CREATE INDEX correction_target ON correction (target);

CREATE TRIGGER correction_stays BEFORE UPDATE ON correction BEGIN
    SELECT RAISE (ABORT, 'corrections are only ever added, never changed');
END;
CREATE TRIGGER correction_is_kept BEFORE DELETE ON correction BEGIN
    SELECT RAISE (ABORT, 'corrections are only ever added, never deleted');
END;
-- INSERT OR REPLACE deletes without firing a delete trigger, so it is refused on its way in.
CREATE TRIGGER correction_is_new BEFORE INSERT ON correction
WHEN EXISTS (SELECT 1 FROM correction WHERE id = NEW.id) BEGIN
    SELECT RAISE (ABORT, 'corrections are only ever added, never replaced');
END;
CREATE TRIGGER capture_unaltered BEFORE UPDATE OF sha256, size, packing, content ON capture BEGIN
    SELECT RAISE (ABORT, 'a capture is never altered');
END;
CREATE TRIGGER report_text_unaltered BEFORE UPDATE OF text ON report BEGIN
    SELECT RAISE (ABORT, 'the text of a report never changes');
END;

CREATE TABLE searchable (
    -- What full-text search sees: derived from the other tables, and not exported.
    number INTEGER PRIMARY KEY, -- row of the full-text index
    kind   TEXT NOT NULL, -- title, report or statement
    id     TEXT NOT NULL, -- id of the report or the statement
    report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report it stands in
    start  INTEGER, -- first character in the report; NULL for a title
    stop   INTEGER, -- one past the last character
    text   TEXT NOT NULL -- the characters, with readers' comments and site furniture blanked
) STRICT;
CREATE INDEX searchable_report ON searchable (report);
CREATE INDEX searchable_kind ON searchable (kind, id);

-- Datasette knows a table that can be searched by exactly this: content="…".
CREATE VIRTUAL TABLE search USING fts5 (
    text, content="searchable", content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER searchable_added AFTER INSERT ON searchable BEGIN
    INSERT INTO search (rowid, text) VALUES (NEW.number, NEW.text);
END;
CREATE TRIGGER searchable_dropped AFTER DELETE ON searchable BEGIN
    INSERT INTO search (search, rowid, text) VALUES ('delete', OLD.number, OLD.text);
END;
CREATE TRIGGER searchable_stays BEFORE UPDATE ON searchable BEGIN
    SELECT RAISE (ABORT, 'what is searched is deleted and added, never changed');
END;

-- For people who browse the file: who said what, a row an attribution.
CREATE VIEW who_said_what AS
SELECT a.report, a.ordinal, r.outlet, r.published, r.title, a.speaker_name AS speaker,
    (SELECT group_concat(text, ' … ') FROM (SELECT text FROM attribution_span AS s WHERE s.report = a.report
        AND s.attribution = a.ordinal AND s.part = 'source' ORDER BY s.ordinal)) AS source,
    (SELECT group_concat(text, ' … ') FROM (SELECT text FROM attribution_span AS s WHERE s.report = a.report
        AND s.attribution = a.ordinal AND s.part = 'cue' ORDER BY s.ordinal)) AS cue,
    (SELECT group_concat(text, ' … ') FROM (SELECT text FROM attribution_span AS s WHERE s.report = a.report
        AND s.attribution = a.ordinal AND s.part = 'content' ORDER BY s.ordinal)) AS content,
    a.kind, a.channel, a.addressee, a.said_on, a.confidence
FROM attribution AS a JOIN report AS r ON r.id = a.report;

-- And in which wordings, a row a wording.
CREATE VIEW who_carries_what AS
SELECT w.statement, w.ordinal, e.name AS speaker, r.outlet, r.published, w.report, w.start, w.stop, w.text, w.score,
    w.why
FROM wording AS w JOIN statement AS s ON s.id = w.statement JOIN report AS r ON r.id = w.report
LEFT JOIN entity AS e ON e.id = s.speaker;

-- Version 3: where the wordings of a statement differ, word by word.

CREATE TABLE comparison (
    -- Which wording of its statement a wording is compared with, and the sharpest of their differences. The one wording of
    -- a statement that leads all comparisons has no row.
    statement TEXT    NOT NULL REFERENCES statement (id) ON DELETE CASCADE, -- the statement
    wording   INTEGER NOT NULL, -- the wording, by ordinal
    against   INTEGER NOT NULL, -- the wording it is compared with, by ordinal
    kind      TEXT,             -- the sharpest kind among their variations; NULL: the same words and punctuation
    PRIMARY KEY (statement, wording),
    FOREIGN KEY (statement, wording) REFERENCES wording (statement, ordinal) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (statement, against) REFERENCES wording (statement, ordinal) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX comparison_kind ON comparison (kind);
CREATE INDEX comparison_against ON comparison (statement, against);

CREATE TABLE variation (
    -- One place in which a wording differs from the one it is compared with, as an editor's apparatus prints it.
    statement     TEXT    NOT NULL, -- the statement
    wording       INTEGER NOT NULL, -- the wording, by ordinal
    ordinal       INTEGER NOT NULL, -- place in order of the wording's characters
    kind          TEXT    NOT NULL, -- altered quotation, reworded, reordered, shortened, lengthened, spelling or punctuation
    start         INTEGER NOT NULL, -- first character in the wording's report
    stop          INTEGER NOT NULL, -- one past the last; the same as start where words are missing
    text          TEXT    NOT NULL, -- the characters there
    against_start INTEGER NOT NULL, -- first character in the report of the wording that it is compared with
    against_stop  INTEGER NOT NULL, -- one past the last; the same as against_start where words are missing
    against_text  TEXT    NOT NULL, -- the characters there
    why           TEXT    NOT NULL, -- what the kind rests on, in words
    PRIMARY KEY (statement, wording, ordinal),
    FOREIGN KEY (statement, wording) REFERENCES comparison (statement, wording) ON DELETE CASCADE
) STRICT;
CREATE INDEX variation_kind ON variation (kind);

-- For people who browse the file: quotations altered inside their quotation marks, and where.
CREATE VIEW altered_quotations AS
SELECT v.statement, e.name AS speaker, r.outlet, r.published, w.report, v.start, v.stop, v.text,
    q.outlet AS against_outlet, q.published AS against_published, o.report AS against_report, v.against_start,
    v.against_stop, v.against_text, v.why
FROM variation AS v JOIN comparison AS c ON c.statement = v.statement AND c.wording = v.wording
JOIN wording AS w ON w.statement = v.statement AND w.ordinal = v.wording
JOIN wording AS o ON o.statement = v.statement AND o.ordinal = c.against
JOIN report AS r ON r.id = w.report JOIN report AS q ON q.id = o.report
JOIN statement AS s ON s.id = v.statement LEFT JOIN entity AS e ON e.id = s.speaker
WHERE v.kind = 'altered quotation';

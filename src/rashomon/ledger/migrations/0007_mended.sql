-- Version 7: attributions and sentences stand as people have mended them; the machine's own reading is kept beside.

CREATE TABLE machine_reading (
    -- The machine's own reading of a report in which a correction holds; attribution, attribution_span, attribution_part,
    -- chain, chain_link, circumstance, date_expression, sentence, sentence_date and figure then hold it as mended. Other
    -- reports stand there as the machine read them.
    report  TEXT NOT NULL PRIMARY KEY REFERENCES reading (report) ON DELETE CASCADE, -- the report
    reading TEXT NOT NULL, -- its attributions, dates and figures as JSON, by the names of the records' fields, and its
                           -- sentences as lists: start, stop, attribution, date (by ordinal, or null)
    vectors BLOB NOT NULL  -- the vectors of its sentences, each behind its length as 4 little-endian bytes; not exported
) STRICT;

CREATE TABLE mended (
    -- A correction that holds for an attribution: the row of attribution says what stands, this one by whose decision.
    report      TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report
    attribution INTEGER NOT NULL, -- the attribution, by ordinal
    correction  TEXT    NOT NULL REFERENCES correction (id), -- the correction
    rejects     INTEGER NOT NULL, -- 1 where the attribution stands rejected: without source, cue and content; else 0
    PRIMARY KEY (report, attribution, correction),
    FOREIGN KEY (report, attribution) REFERENCES attribution (report, ordinal) ON DELETE CASCADE
) STRICT;
CREATE INDEX mended_correction ON mended (correction);

CREATE TABLE stranded (
    -- A correction that finds nothing to apply to, as what it is about is no longer read so: kept, and without effect.
    correction TEXT NOT NULL PRIMARY KEY REFERENCES correction (id), -- the correction
    why        TEXT NOT NULL -- what it does not find, in words
) STRICT;

-- A rejected attribution is nothing that anybody said.
DROP VIEW who_said_what;
CREATE VIEW who_said_what AS
SELECT a.report, a.ordinal, r.outlet, r.published, r.title, a.speaker_name AS speaker,
    (SELECT group_concat(text, ' … ') FROM (SELECT text FROM attribution_span AS s WHERE s.report = a.report
        AND s.attribution = a.ordinal AND s.part = 'source' ORDER BY s.ordinal)) AS source,
    (SELECT group_concat(text, ' … ') FROM (SELECT text FROM attribution_span AS s WHERE s.report = a.report
        AND s.attribution = a.ordinal AND s.part = 'cue' ORDER BY s.ordinal)) AS cue,
    (SELECT group_concat(text, ' … ') FROM (SELECT text FROM attribution_span AS s WHERE s.report = a.report
        AND s.attribution = a.ordinal AND s.part = 'content' ORDER BY s.ordinal)) AS content,
    a.kind, a.channel, a.addressee, a.said_on, a.confidence, a.speaker_why AS why
FROM attribution AS a JOIN report AS r ON r.id = a.report
WHERE NOT EXISTS (SELECT 1 FROM mended AS m WHERE m.report = a.report AND m.attribution = a.ordinal AND m.rejects);

-- Version 18: the outlets of a story, so that a page of a list does not go through all its reports.

CREATE TABLE story_outlet (
    -- How many of a story's reports are an outlet's: derived when reports are collated, and not exported.
    story   TEXT    NOT NULL REFERENCES story (id) ON DELETE CASCADE, -- the story
    outlet  TEXT    NOT NULL, -- the outlet; nothing for reports of which none is known
    reports INTEGER NOT NULL, -- how many reports
    PRIMARY KEY (story, outlet)
) STRICT, WITHOUT ROWID;

-- A ledger that is collated already has them at once.
INSERT INTO story_outlet SELECT s.story, coalesce(r.outlet, ''), count(*) FROM story_report AS s
    JOIN report AS r ON r.id = s.report GROUP BY 1, 2;

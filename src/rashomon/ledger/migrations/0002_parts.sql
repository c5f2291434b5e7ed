-- Version 2: how sure each part of an attribution is.

CREATE TABLE attribution_part (
    -- How sure a part of an attribution is.
    report      TEXT    NOT NULL REFERENCES report (id) ON DELETE CASCADE, -- the report
    attribution INTEGER NOT NULL, -- the attribution, by ordinal
    part        TEXT    NOT NULL CHECK (part IN ('source', 'cue', 'content')), -- source, cue or content
    confidence  REAL    NOT NULL, -- chance that the part is right, an absent part rightly absent, 0 to 1
    PRIMARY KEY (report, attribution, part),
    FOREIGN KEY (report, attribution) REFERENCES attribution (report, ordinal) ON DELETE CASCADE
) STRICT;

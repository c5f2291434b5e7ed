-- Version 4: figures, as low, best and high (the practice of the Uppsala Conflict Data Program).

CREATE TABLE figure (
    -- How many, of what, in which event, and who is cited for it; an end that the words leave open is NULL.
    report        TEXT    NOT NULL REFERENCES reading (report) ON DELETE CASCADE, -- the report
    ordinal       INTEGER NOT NULL, -- place in the reading
    start         INTEGER NOT NULL, -- first character of the number with its qualifying words
    stop          INTEGER NOT NULL, -- one past the last character
    text          TEXT    NOT NULL, -- the characters there
    low           REAL,             -- the least that the words allow
    best          REAL,             -- the number they give
    high          REAL,             -- the most that they allow
    unit          TEXT    NOT NULL, -- people, thing, percent, date (a deadline: 20210831), vote (one count of a
                                    -- result), ordinal (14 of the 14th state to …), a currency (ISO 4217), or a
                                    -- measure in the singular (km, hour)
    counted_start INTEGER,          -- first character of the words for what is counted
    counted_stop  INTEGER,          -- one past the last character
    counted       TEXT,             -- the characters there
    event         TEXT,             -- what happened to it: killed, wounded, captured, abducted, displaced, missing, voted for, …
    event_start   INTEGER,          -- first character of the words for that
    event_stop    INTEGER,          -- one past the last character
    event_text    TEXT,             -- the characters there
    place_start   INTEGER,          -- first character of the place's name
    place_stop    INTEGER,          -- one past the last character
    place         TEXT,             -- the characters there
    attribution   INTEGER,          -- innermost attribution, by ordinal, whose content it stands in: who is cited for it;
                                    -- NULL is the report itself
    implied       INTEGER NOT NULL, -- 1 where no number is given ("a gendarme"), else 0
    why           TEXT    NOT NULL, -- how the words were taken
    PRIMARY KEY (report, ordinal),
    FOREIGN KEY (report, attribution) REFERENCES attribution (report, ordinal) ON DELETE CASCADE
) STRICT;

-- For people who browse the file: how many, by whom, a row a figure.
CREATE VIEW how_many AS
SELECT r.outlet, r.published, f.report, f.text AS figure, f.low, f.best, f.high, f.unit, f.counted, f.event, f.place,
    a.speaker_name AS speaker,
    (SELECT group_concat(text, ' … ') FROM (SELECT text FROM attribution_span AS s WHERE s.report = f.report
        AND s.attribution = f.attribution AND s.part = 'source' ORDER BY s.ordinal)) AS source,
    f.start, f.stop, f.why
FROM figure AS f JOIN report AS r ON r.id = f.report
LEFT JOIN attribution AS a ON a.report = f.report AND a.ordinal = f.attribution
WHERE NOT f.implied;

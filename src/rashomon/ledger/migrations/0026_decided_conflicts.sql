-- Version 26: people accept and reject conflicts.

CREATE TABLE conflict_decision (
    -- A correction that holds for a conflict which the machine finds: the row of conflict says what stands, this one by whose decision.
    correction TEXT    NOT NULL REFERENCES correction (id), -- the correction
    conflict   TEXT    NOT NULL, -- the conflict's id; one that stands rejected has no row in conflict
    story      TEXT    NOT NULL REFERENCES story (id) ON DELETE CASCADE, -- the story
    rejects    INTEGER NOT NULL, -- 1 where the conflict stands rejected, 0 where it stands accepted
    told       TEXT    NOT NULL, -- who made the last decision about it, when and why, in words
    PRIMARY KEY (correction, conflict)
) STRICT;
CREATE INDEX conflict_decision_conflict ON conflict_decision (conflict);
CREATE INDEX conflict_decision_story ON conflict_decision (story);

DROP VIEW where_accounts_part;
CREATE VIEW where_accounts_part AS
SELECT c.story, c.id AS conflict, c.kind, c.about, c.score, c.unsure,
    (SELECT min(d.told) FROM conflict_decision AS d WHERE d.conflict = c.id AND NOT d.rejects) AS decided,
    m.side, m.source, r.outlet, r.published, m.text, m.report, m.start, m.stop, c.rising, c.why
FROM conflict AS c JOIN conflict_member AS m ON m.conflict = c.id JOIN report AS r ON r.id = m.report;

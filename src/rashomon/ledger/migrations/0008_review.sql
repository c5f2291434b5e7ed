-- Version 8: what is least sure is found without reading the whole ledger.

CREATE INDEX attribution_confidence ON attribution (confidence);
CREATE INDEX attribution_speaker_open ON attribution (confidence) WHERE speaker_name IS NULL;
CREATE INDEX attribution_speaker_chance ON attribution (substr(speaker_why, -4, 2))
WHERE speaker_why GLOB '*([0-9][0-9]%)';
CREATE INDEX wording_score ON wording (score);
CREATE INDEX entity_evidence_weak ON entity_evidence (entity)
WHERE instr(why, 'only the name') OR instr(why, 'nothing else tells') OR instr(why, 'sound alike');

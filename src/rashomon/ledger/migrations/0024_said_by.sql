-- Version 24: what an entity said is found without going through all that anybody said.

CREATE INDEX said_sentence_speaker ON said_sentence (speaker, statement) WHERE speaker IS NOT NULL;

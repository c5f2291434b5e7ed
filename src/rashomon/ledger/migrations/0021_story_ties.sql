-- Version 21: the few pairs of reports that are tied are found without reading all that either was compared with.

CREATE INDEX story_tie ON story_pair (one, other, chance) WHERE chance > 0;
CREATE INDEX story_tie_other ON story_pair (other, one, chance) WHERE chance > 0;

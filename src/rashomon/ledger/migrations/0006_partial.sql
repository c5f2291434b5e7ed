-- Version 6: partial quotations.

CREATE TABLE partial_wording (
    -- A wording that is only a part of what another wording of its statement has whole, as a headline cuts a quotation.
    statement TEXT    NOT NULL, -- the statement
    wording   INTEGER NOT NULL, -- the wording, by ordinal
    PRIMARY KEY (statement, wording),
    FOREIGN KEY (statement, wording) REFERENCES wording (statement, ordinal) ON DELETE CASCADE
) STRICT;

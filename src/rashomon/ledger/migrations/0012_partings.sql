-- Version 12: from a statement to the conflicts it stands in, and from a report to what it leaves out.

CREATE INDEX conflict_member_statement ON conflict_member (statement);
CREATE INDEX omission_report ON omission (report);

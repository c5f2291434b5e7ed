-- Version 13: every reference can be followed back by an index, or to delete a statement goes through all accounts.

CREATE INDEX carrying_origin ON carrying (origin);
CREATE INDEX carrying_report ON carrying (report);
CREATE INDEX carrying_estimate ON carrying (estimate) WHERE estimate IS NOT NULL;
CREATE INDEX independence_estimate ON independence (estimate) WHERE estimate IS NOT NULL;
CREATE INDEX estimate_figure_figure ON estimate_figure (report, figure);
CREATE INDEX conflict_member_report ON conflict_member (report, attribution);
CREATE INDEX conflict_settling_report ON conflict_settling (report);
CREATE INDEX timeline_report ON timeline (report);
CREATE INDEX timeline_statement ON timeline (statement) WHERE statement IS NOT NULL;
CREATE INDEX omission_statement ON omission (statement);

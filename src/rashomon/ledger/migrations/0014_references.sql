-- Version 14: every reference to a report in the accounts can be followed back by an index.

CREATE INDEX carrying_report ON carrying (report);
CREATE INDEX estimate_figure_figure ON estimate_figure (report, figure);
CREATE INDEX conflict_member_report ON conflict_member (report, attribution);
CREATE INDEX conflict_settling_report ON conflict_settling (report);
CREATE INDEX timeline_report ON timeline (report);

-- Version 19: the reports of a single shingle, which meet under that alone, are found without reading every row.

CREATE INDEX shingled_report_short ON shingled_report (number) WHERE shingles = 1;

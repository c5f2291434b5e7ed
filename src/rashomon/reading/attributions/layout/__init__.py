"""Who says what by how a report is set: turns, dashes, letters and statements in full, answers by points."""

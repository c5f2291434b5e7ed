"""The scorer of pairs of reports: from read corpora to ``models/stories.json``."""

"""Who speaks, across reports: which names are one person or body, and which are several."""

"""Which reports carry the same text, which passages were copied, and what became of a page from version to version."""

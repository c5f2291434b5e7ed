"""Which sentences of many reports are one statement (``match.py`` puts the steps in order)."""

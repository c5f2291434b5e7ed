"""Who says what: every attribution of a text, those inside contents included (``nesting.py`` puts the steps in order)."""

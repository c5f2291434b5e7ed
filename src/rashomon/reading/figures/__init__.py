"""How many, of what, in which event and where, and who is cited for it (``figures.py`` puts the steps in order)."""

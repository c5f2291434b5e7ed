"""Words with a capital, as names have them: what the patterns that look for names are made of."""

from __future__ import annotations

CAPITAL = "[A-ZÀ-Þ]"

WORD = rf"{CAPITAL}[\w’'-]*"
"""*O’Neil*, *Harrow-Dale*; *Kerr’s* as well."""

DOTTED = rf"{CAPITAL}[\w’'.-]*"
"""*J.*, *U.N.* too; before the end of a sentence with its full stop."""

FIRM = rf"{CAPITAL}[\w’'&.-]*"
"""*Smith&Oulik* too."""

UNOWNED = rf"{CAPITAL}[\w.-]*"
"""Without apostrophes, so that the sign of a possessive stands behind it."""

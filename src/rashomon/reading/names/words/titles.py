"""Titles before names: which there are, what a short one stands for, and the gender that some tell."""

from __future__ import annotations

TITLES = frozenset(
    """
    mr mrs ms miss mx sir dame lord lady dr prof professor president vice prime minister premier
    chancellor king queen prince princess pope imam sheikh mullah ayatollah rabbi father sister brother
    bishop archbishop cardinal reverend rev general gen colonel col major maj captain capt commander cmdr
    lieutenant lt sergeant sgt admiral adm marshal corporal senator sen representative rep congressman
    congresswoman governor gov mayor judge justice secretary ambassador chairman chairwoman chair director
    chief sheriff detective inspector officer spokesman spokeswoman
    """.split()
)
"""Words before a name that are no part of it."""

MORE_TITLES = frozenset(
    """
    undersheriff commissioner commodore brigadier superintendent constable councilman councilwoman councillor councilor lawmaker
    alderman attorney ag coach ceo cto cfo cllr insp supt const det pc baroness viscount viscountess countess duchess marquess
    marchioness
    """.split()
)
"""The same, of which a name may also begin with one (*Coach*, *CEO Council*), and which alone are no person."""

GIVEN_TOO = frozenset("baron count marquis".split())
"""Titles that are given names as well: such only before two words of a name (*Baron Edvard Quill*, but *Baron Quill*)."""

_NAMES_TOO = frozenset(
    """
    king queen prince princess pope lord lady dame sir bishop archbishop cardinal father sister brother judge justice major
    marshal governor chair vice prime miss sheikh imam mullah
    """.split()
)
"""Titles that are surnames or given names too: within a name they are taken for such (*Jan Martin King Senior*)."""

BEFORE_NAMES = TITLES | MORE_TITLES
ONLY_TITLES = BEFORE_NAMES - _NAMES_TOO
"""What ends a name that stands before it within a mention (*Lidva County Sheriff Ana Reyes*)."""

ABBREVIATED = frozenset("sen gen col maj rep adm".split())
"""Titles that within a name are taken for such only with their dot: *Sen* is a name as well."""

TITLES_IN_FULL = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "col": "colonel", "maj": "major",
    "capt": "captain", "dr": "doctor", "prof": "professor", "adm": "admiral", "cmdr": "commander", "pres": "president",
}  # fmt: skip
"""What a shortened title stands for."""

FEMALE = frozenset(
    """
    mrs ms miss dame lady queen princess sister congresswoman chairwoman spokeswoman councilwoman baroness viscountess countess
    duchess marchioness
    """.split()
)
"""Titles of women."""

MALE = frozenset(
    """
    mr sir lord king prince pope imam father brother congressman chairman spokesman councilman viscount baron count marquess
    marquis
    """.split()
)
"""Titles of men."""

OF_WOMEN = frozenset("mrs ms miss dame lady".split())
OF_MEN = frozenset("mr sir lord".split())
"""Titles of courtesy, which right before a name are its bearer's: *the spokeswoman* before one may be another."""

SHORT_TITLES = frozenset(
    "mr mrs ms dr prof rev gen col maj capt cmdr lt sgt adm sen rep gov st jr sr const insp supt hon".split()
)
"""Titles that a dot shortens; any other word with a dot ends its sentence."""

SUFFIXES = frozenset("jr sr ii iii iv".split())
"""What tells the younger of a name from the older, behind it."""

_OFFICES_ONLY = frozenset("doctor deputy speaker".split())
"""Offices that also stand right before a surname, besides :data:`BEFORE_NAMES`, which are cut from the names of persons."""


def is_title(word: str) -> bool:
    """Whether a word with a capital before a surname is a title, and so no first name.

    >>> is_title("Dr."), is_title("Senator"), is_title("Speaker"), is_title("Ann")
    (True, True, True, False)
    """
    return word.rstrip(".").lower() in BEFORE_NAMES | _OFFICES_ONLY

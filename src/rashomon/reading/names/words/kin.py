"""Words for kin: the gender that they tell, and where they stand beside a name."""

from __future__ import annotations

import re

KIN = {
    "father": "m", "mother": "f", "son": "m", "daughter": "f", "brother": "m", "sister": "f", "husband": "m",
    "wife": "f", "widow": "f", "uncle": "m", "aunt": "f",
}  # fmt: skip
"""Words for kin, and the gender that they tell."""

KIN_BEFORE = re.compile(
    r"\b(?P<whose>his|her|[\w-]+['’]s)\s+(?:\w+\s+)?(?P<kin>"
    + "|".join(KIN)
    + r")(?:,?\s+(?:the\s+)?[a-z]+)?,?\s+$",
    re.I,
)
KIN_AFTER = re.compile(
    r"^,\s+(?:(?:his|her|the|[\w-]+['’]s)\s+)?(?:(?!whose\b)\w+\s+)?(?P<kin>" + "|".join(KIN) + r")\b", re.I
)

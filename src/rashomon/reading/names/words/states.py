"""States of the United States, and how news shortens them: by their postal codes, and as wire services do (*Minn.*, *W.Va.*)."""

from __future__ import annotations

_STATES = """
    AL Ala Alabama, AK Alaska, AZ Ariz Arizona, AR Ark Arkansas, CA Calif California, CO Colo Colorado, CT Conn Connecticut,
    DE Del Delaware, FL Fla Florida, GA Ga Georgia, HI Hawaii, ID Idaho, IL Ill Illinois, IN Ind Indiana, IA Iowa, KS Kan
    Kansas, KY Ky Kentucky, Louisiana, ME Maine, MD Md Maryland, MA Mass Massachusetts, MI Mich Michigan, MN Minn
    Minnesota, MS Miss Mississippi, MO Mo Missouri, MT Mont Montana, NE Neb Nebraska, NV Nev Nevada, NH New-Hampshire, NJ
    New-Jersey, NM New-Mexico, NY New-York, NC North-Carolina, ND North-Dakota, OH Ohio, OK Okla Oklahoma, OR Ore Oregon, PA
    Pa Pennsylvania, RI Rhode-Island, SC South-Carolina, SD South-Dakota, TN Tenn Tennessee, TX Tex Texas, UT Utah, VT Vt
    Vermont, VA Va Virginia, WA Wash Washington, WV WVa West-Virginia, WI Wis Wisconsin, WY Wyo Wyoming
"""

SHORT_STATES = {
    brief.lower(): words[-1].lower().replace("-", " ")
    for words in (entry.split() for entry in _STATES.split(","))
    for brief in words[:-1]
}
"""The state of each short form, both folded and without dots. *LA* is left out: as a rule it is a city."""

STATES = frozenset(entry.split()[-1].lower().replace("-", " ") for entry in _STATES.split(","))
"""Their names, folded."""

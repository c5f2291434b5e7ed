"""Nouns for bodies of people: those that organisations are called by, what people lead, and what states own."""

from __future__ import annotations

GROUPS = frozenset(
    """
    group movement party front coalition alliance organisation organization army ministry government agency company firm
    campaign union council committee commission court network newspaper paper outlet channel department institute
    university police bank assembly authority board office bureau corporation federation association
    """.split()
)
"""Nouns that refer to an organisation: ``the ministry`` to one whose name holds the word."""

ANY = frozenset("group movement organisation organization outlet company firm".split())
"""Of these, the nouns that hardly stand in names: ``the group`` may be any organisation."""

LED = frozenset(
    """
    clinic hospital school centre center club regime opposition occupation resistance rebels insurgents militia guerrillas
    caucus conference division strike protest church mosque parliament senate house administration embassy mission
    """.split()
)
"""Nouns for what people lead or speak for besides."""

OWNED = frozenset(
    """
    headquarters service services unit corps fund society academy guard guards forces directorate secretariat cabinet command
    brigade battalion league chamber tribunal laboratory observatory station archive
    """.split()
)
"""Nouns that may end the name of what belongs to a state or a ministry."""

PAPERS = frozenset(
    """
    times post herald gazette tribune courier observer chronicle journal mail star globe guardian telegraph record bulletin
    examiner inquirer dispatch ledger mirror sentinel echo argus standard citizen
    """.split()
)
"""Nouns that newspapers are called by, and that alone lead to one: *the Gazette*."""

"""To whom something was said, by the words that tell it."""

from __future__ import annotations

import pytest

from rashomon.records import CircumstanceKind
from tests.reading.saying import read


@pytest.mark.parametrize(
    ("marked", "addressee", "words"),
    [
        ("[s0:Ali Nazar] [c0:told] CNN [x0:that it fell].", "CNN", "CNN"),
        # Somebody else spoke to him.
        ("[x0:It fell], [s0:a guard] [c0:said] a day after Lee Varesh spoke to a Front leader.", None, None),
        (
            "[x0:It fell], [s0:Tasch] [c0:told] reporters in Brennick on Monday.",
            "reporters in Brennick",
            None,
        ),
        ("[s0:Sall] [c0:told] police officials last week [x0:that it fell].", "police officials", None),
        ("[s0:Sall] [c0:told] Ms. Morlin [x0:that it fell].", "Dessa Morlin", "Ms. Morlin"),
        ("[x0:It fell], [s0:Sall] [c0:said] in a letter to Morlin on August 16.", "Dessa Morlin", "Morlin"),
        (
            "[s0:Sall] [c0:said] in an interview with the Harbour Mail [x0:that it fell].",
            "Harbour Mail",
            None,
        ),
        ("[s0:He] [c0:urged] [x0:residents of Harn to leave].", "residents of Harn", None),
        ("[x0:She] [c0:was asked] [x0:to leave].", "She", None),
        ("[s0:They] [c0:told] her [x0:to leave].", None, "her"),
        ("[s0:She] [c0:responded to] requests for [x0:comment].", None, None),
        ("[s0:She] [c0:told] the truth: [x0:it fell].", None, None),
        ("[s0:She] [c0:outlined] [x0:the case], drawing on testimony to illustrate the abuse.", None, None),
        ("[s0:Vane] to Dessa Morlin[c0::] [x0:We will not pay]", "Dessa Morlin", "Dessa Morlin"),
        ("[s0:Vane] to resign[c0::] [x0:We will not pay]", None, None),
        ("[s0:She] [c0:said] [x0:it fell].", None, None),
        ("[s0:She] [c0:told] me [x0:it fell].", None, "me"),
        ("[s0:She] [c0:told] her readers [x0:that it fell].", "her readers", None),
        ("[s0:She] [c0:told] her bluntly [x0:that it fell].", None, "her"),
        ("[s0:She] [c0:told] [x0:her flatly to leave].", None, "her"),
        (
            "[s0:She] [c0:told] some 3,000 cheering farmers: [x0:“It fell.”]",
            "some 3,000 cheering farmers",
            None,
        ),
        ("[s0:She] [c0:told] farmers on the court steps [x0:that it fell].", "farmers", None),
        (
            "In a letter to the Guild dated 10 June [s0:the farmers] [c0:said] [x0:that it fell].",
            "Guild",
            None,
        ),
        ("[x0:“It fell,”] [s0:Sall] [c0:told] a news conference.", None, None),
        ("[s0:Sall] [c0:told] Tuesday’s briefing [x0:that it fell].", None, None),
        ("[s0:Sall] [c0:told] the Farmers’ Conference [x0:that it fell].", "Farmers’ Conference", None),
        ("[s0:She] [c0:asked for] [x0:calm] on Monday.", None, None),
        ("[s0:Sall] [c0:told] farmers in Morlin [x0:that it fell].", "farmers in Morlin", None),
        ("[s0:Sall], during a meeting with farmers [c0:voiced] [x0:hope].", "farmers", None),
        ("[s0:She] was [c0:not eager] to learn [x0:the new rules].", None, None),
        ("[s0:She] [c0:said] to parliament [x0:that it fell].", "parliament", None),
        ("He was admitted to the Sall Hospital, where [s0:doctors] [c0:said] [x0:he fell].", None, None),
        ("[s0:She] [c0:had asked] for [x0:“two more days”].", None, None),
        ("[s0:She] [c0:warned] against [x0:hackers].", None, None),
        ("[s0:She] [c0:ordered] an eastern river raid [x0:to open the lock].", None, None),
        ("[x0:The raid] [c0:had been ordered] [x0:to begin].", None, None),
        ("[x0:He] [c0:had been ordered] [x0:to begin].", "He", None),
        ("[x0:The guards] [c0:had been ordered] [x0:to begin].", "The guards", None),
        ("[s0:She] [c0:ordered] a guard [x0:to open the lock].", "a guard", None),
        ("[s0:She] [c0:ordered] [x0:an inquiry to find the leak].", None, None),
        ("[s0:The Guild] [c0:had been warned] twice [x0:that it fell].", None, None),
        ("[s0:I] [c0:am as excited to] see [x0:the new lock].", None, None),
        (
            "[s0:Sall] [c0:told] the Harbour Mail a couple of hours later [x0:that it fell].",
            "Harbour Mail",
            None,
        ),
        (
            "[s0:Sall] [c0:said] in a letter to a Harn reporter recently [x0:that it fell].",
            "a Harn reporter",
            None,
        ),
        ("Sall met with Morlin in Harn, where [x0:the plan] was [c0:allegedly] [x0:made].", None, None),
        ("[s0:She] [c0:never asked] directly [x0:if it fell].", None, None),
        (
            "[s0:A recording] [c0:said] in answer to calls to the Guild seeking comment [x0:that it fell].",
            None,
            None,
        ),
        ("[s0:She] [c0:told] the Harbour Mail in the interview [x0:that it fell].", "Harbour Mail", None),
        ("[s0:She] [c0:warned] against potential hackers: [x0:it fell].", None, None),
        (
            "[s0:She] [c0:told] his subordinates never [x0:to speak of it].",
            "his subordinates",
            "his subordinates",
        ),
        (
            "[s0:She] [c0:wrote to] the mayor of Harn and threatened [x0:to leave].",
            "the mayor of Harn",
            "mayor of Harn",
        ),
        (
            "[s0:She] [c0:told] staff and wounded men [x0:that it fell].",
            "staff and wounded men",
            "staff and wounded men",
        ),
        ("[s0:She] [c0:asked] [x0:not to be named].", None, None),
        ("[x0:A different side of the tax story] [c0:was being told].", None, None),
        # Where an addressee ends.
        (
            "[s0:She] [c0:told] the Guild committee late Friday [x0:that it fell].",
            "the Guild committee",
            "Guild committee",
        ),
        ("[s0:She] [c0:told] Harn 2 back in March [x0:that it fell].", "Harn 2", None),
        ("[s0:She] [c0:told] reporters at the end of his talk [x0:that it fell].", "reporters", None),
        ("[s0:She] [c0:told] reporters at the gate [x0:that it fell].", "reporters at the gate", None),
        ("[s0:She] [c0:warned] the mayor twice by radio [x0:that it fell].", "the mayor", "mayor"),
        ("[s0:She] [c0:said] in a letter to Harn released by the Guild [x0:that it fell].", "Harn", None),
        ("[s0:She] [c0:is asking] [x0:Harn for ten million to help the fishers].", "Harn", None),
        (
            "[s0:She] [c0:told] the minister for trade [x0:that it fell].",
            "the minister for trade",
            "minister for trade",
        ),
        ("[s0:She] [c0:told] a lawyer for the fishers [x0:that it fell].", "a lawyer for the fishers", None),
        ("[s0:She] [c0:asked] Msgr. Sall [x0:if it fell].", "Msgr. Sall", None),
        # Nobody is told.
        ("[s0:She] [c0:asked] [x0:what a lock means to his club].", None, None),
        ("[x0:“It fell,”] [s0:she] [c0:said] to applause.", None, None),
        ("[x0:“It fell,”] [s0:she] [c0:said] to silence.", None, None),
        ("[s0:She] [c0:had promised] [x0:nothing of the kind].", None, None),
        ("[s0:She] [c0:ordered] [x0:all Marnish flags to be lowered].", None, None),
        ("[s0:She] [c0:orders] flags at half-staff [x0:to honour Sall].", None, None),
        ("[s0:She] [c0:ordered] [x0:the fishers to leave].", "the fishers", "fishers"),
        ("[x0:Sall] [c0:confirmed] to the Delta Court", None, None),
        ("[s0:She] held a call with the fishers and then [c0:released] [x0:the plan].", None, None),
        (
            "[s0:She] [c0:told] the crowd on Delta Square [x0:that it fell].",
            "the crowd on Delta Square",
            "crowd on Delta Square",
        ),
        ("[s0:She] [c0:told] reporters briefed on Monday [x0:that it fell].", "reporters", None),
        ("After meeting with the fishers, [s0:Sall] [c0:decided] [x0:to leave].", None, None),
    ],
)
def test_addressees(marked: str, addressee: str | None, words: str | None) -> None:
    text, (a,) = read(marked, names=["Dessa Morlin", "Morlin"] if "Morlin" in marked else [])
    if "Morlin" in marked:
        text, (a,) = read(marked + " Dessa Morlin waved.", names=["Dessa Morlin", "Morlin"])
    assert a.addressee == addressee
    told = [text[c.start : c.end] for c in a.circumstances if c.kind is CircumstanceKind.ADDRESSEE]
    assert [w.removeprefix("the ") for w in told] == [w for w in (words or addressee,) if w]

"""Channels: from the attribution's own sentence, or not known."""

from __future__ import annotations

import pytest

from rashomon.records import CircumstanceKind
from tests.reading.saying import read


@pytest.mark.parametrize(
    ("marked", "channel", "words"),
    [
        ("[s0:Maskell] [c0:tweeting] [x0:that it fell].", "tweet", "tweeting"),
        (
            "[s0:Sall] said so at a news conference and then [c0:added] [x0:that it fell].",
            "press conference",
            "at a news conference",
        ),
        ("[s0:Sall] held a news conference and then [c0:claimed] [x0:that it fell].", None, None),
        ("[s0:One fighter] [c0:said in viral tweet]: [x0:It fell]", "tweet", "tweet"),
        ("[x0:It fell], [s0:Varesh] [c0:said] in an open letter.", "letter", "in an open letter"),
        (
            "At a news conference, [s0:she] [c0:said] [x0:it fell].",
            "press conference",
            "At a news conference",
        ),
        ("[s0:Sall] [c0:said] on the phone [x0:that it fell].", "telephone", "on the phone"),
        ("[s0:Sall] [c0:read] from a prepared text: [x0:it fell].", None, None),
        ("[s0:Her submission to the court] [c0:noted] [x0:it fell].", None, None),
        ("They print the [c0:open letter] of [s0:the mothers]. [x0:It fell]", "letter", "open letter"),
        ("[s0:The letter] [c0:claims] [x0:that it fell].", "letter", "The letter"),
        ("[s0:Ms Varesh, through her lawyer,] [c0:said] [x0:it fell].", "her lawyer", "her lawyer"),
        ("[s0:She] [c0:said] through a friend [x0:that it fell].", "a friend", "a friend"),
        ("[s0:She] [c0:said] she walked through a field [x0:that it fell].", None, None),
        ("[s0:She] [c0:notes] [x0:that it fell].", None, None),
        ("[s0:Koll’s] [c0:notes] [x0:that it fell].", "note", "notes"),
        ("[s0:She] [c0:spoke] through the weekly Tessera Post: [x0:it fell]", "Tessera Post", "Tessera Post"),
        ("[s0:Tasch] [c0:told] Reuters [x0:it fell].", "Reuters", "Reuters"),
        ("[s0:Tasch] [c0:told] Parliament [x0:it fell].", None, None),
        ("[s0:The Washington Post] [c0:reported] [x0:that it fell].", None, None),
        ("[s0:Tasch] [c0:said] through Monday [x0:it fell].", None, None),
        ("[s0:Tasch] [c0:denounced] [x0:the letter].", None, None),
        ("It came in a letter. [s0:Tasch] [c0:said] [x0:it fell]. He tweets.", None, None),
        ("According to [s0:the post-storm analysis], [x0:it fell].", None, None),
        ("In one of the first post-storm polls, [s0:Tasch] [c0:said] [x0:it fell].", None, None),
        ("[s0:The Post] [c0:has learned] [x0:that it fell].", None, None),
        ("[s0:The post] [c0:says] [x0:that it fell].", "post", "The post"),
        ("In the lead-up to the debate, [s0:Tasch] [c0:said] [x0:it fell].", None, None),
        ("In the week before the hearing, [s0:Tasch] [c0:said] [x0:it fell].", None, None),
        ("In one of three debates, [s0:Tasch] [c0:said] [x0:it fell].", "debate", "In one of three debates"),
        ("In response to a letter, [s0:Tasch] [c0:said] [x0:it fell].", None, None),
        ("[s0:Tasch] [c0:pleads] in words by police recorded cellphone video: [x0:it fell].", None, None),
        ("[s0:Tasch] [c0:said] by video link [x0:it fell].", "video", "by video"),
        ("[s0:Dorin (@dorin)] [x0:It fell.]", "post", "Dorin (@dorin)"),
        ("[s0:Dorin] [c0:said] on X [x0:that it fell].", "post", "on X"),
        ("On X, [s0:Dorin] [c0:wrote] [x0:that it fell].", "post", "On X"),
        ("[s0:Dorin] [c0:said] on X Street [x0:that it fell].", None, None),
        # Somebody else spoke by phone; a page's stamp; a clause of one's own.
        (
            "[x0:It fell], [s0:a guard] [c0:said] a day after Lee Varesh spoke to a leader by phone.",
            None,
            None,
        ),
        ("First posted 23:37. [s0:Dorin] [c0:said] [x0:that it fell].", None, None),
        ("First posted 23:37 [s0:Dorin] [c0:said] [x0:that it fell].", None, None),
        (
            "Sall spoke through a spokesman in the weeks since [s0:Reade] publicly [c0:accused] [x0:him].",
            None,
            None,
        ),
        ("[s0:Dorin] [c0:said] on x-ray film [x0:that it fell].", None, None),
        # Calls for something are made, not rung; a page's stamp is no post; an affiliate is a station of its own.
        ("[s0:Dorin] [c0:issued] strident calls for [x0:revenge].", None, None),
        ("[s0:Dorin] [c0:said] in a call to Sall [x0:that it fell].", "telephone", "in a call"),
        ("POSTED: 10.52 [s0:Dorin] [c0:said] [x0:that it fell].", None, None),
        ("[s0:Dorin] [c0:told] CNN affiliate [x0:that it fell].", None, None),
        (
            "[s0:Dorin] [c0:told] CNN affiliate Radio Stellan [x0:that it fell].",
            "Radio Stellan",
            "Radio Stellan",
        ),
        ("[s0:She] [c0:wrote] [x0:that Orr], whose name was in the address book, [x0:fell].", None, None),
        ("[x0:“It fell,”] [s0:she] [c0:said] on hearing of it.", None, None),
        ("[s0:Sall] [c0:said] in financial filings [x0:that it fell].", "filing", "in financial filings"),
        (
            "[s0:Sall] [c0:said] in a filing with the harbour ministry [x0:that it fell].",
            "filing",
            "in a filing",
        ),
        ("[s0:Sall] [c0:said] in a court filing [x0:that it fell].", "court filing", "in a court filing"),
        ("It was shown on social media by a man who [s0:Sall] [c0:said] [x0:fell].", None, None),
        ("[s0:Some bulletin boards] [c0:began to worry about] [x0:the lock].", None, None),
        ("Posted August 2nd at 5 pm [s0:Sall] [c0:said] [x0:that it fell].", None, None),
        ("[s0:Sall] [c0:posted] on March 3 [x0:that it fell].", "post", "posted"),
        ("[s0:Sall] [c0:went viral on social media for] [x0:his fall].", None, None),
        ("[x0:The debate], which was [c0:announced] on Monday, will take place on CNN.", None, None),
        # What was seen on video, kept on the books, declared by others or done before is no channel.
        ("The fall of [s0:Sall], caught on video, [c0:angered] [x0:the Guild].", None, None),
        ("[s0:Sall] [c0:denounced] [x0:the rule], wiping it from the books.", None, None),
        (
            "[s0:Sall] [c0:chanted] [x0:“It fell”] and was joined in declaring that message by others.",
            None,
            None,
        ),
        ("[s0:Sall] released surveillance video and later [c0:announced] [x0:a fall].", None, None),
        ("[s0:Sall] held a call with the Guild and then [c0:released] [x0:the plan].", None, None),
        ("In the Guild debate, Orr met farmers [s0:who] [c0:clamoured for] [x0:a fall].", None, None),
        ("[s0:Sall] [c0:lashed out at] [x0:the Guild] for deleting his tweets.", None, None),
        ("Speaking with CNN, Sall met farmers, some of whom [s0:Orr] [c0:said] [x0:left].", None, None),
    ],
)
def test_channels(marked: str, channel: str | None, words: str | None) -> None:
    text, (a,) = read(marked)
    assert a.channel == channel
    told = [c for c in a.circumstances if c.kind is CircumstanceKind.CHANNEL]
    assert [text[c.start : c.end] for c in told] == ([] if words is None else [words])


def test_another_sayings_channel_is_not_this_ones() -> None:
    _, (claimed, tweeted) = read(
        "On Monday, [s0:the army] [c0:claimed] [x0:to hold it], with [s1:its spokesman] [c1:tweeting] [x1:that it fell]."
    )
    assert (claimed.channel, tweeted.channel) == (None, "tweet")
    assert (claimed.said_on, tweeted.said_on) == ("2031-04-07", "2031-04-07")


def test_this_message_is_the_one_told_of_before() -> None:
    _, found = read(
        "[s0:Varesh] [c0:called] [x0:for help] in a message through the newspaper Tide. "
        "[s1:Varesh] [c1:wrote in this message]: [x1:Come.] [s2:Sall] [c2:wrote in this message]: [x2:No.]",
        speakers=["Ilona Varesh", "Ilona Varesh", "Ruvin Sall"],
    )
    assert [a.channel for a in found] == ["Tide", "Tide", "message"]
    assert "told of before" in found[1].circumstances[0].why


def test_a_talk_told_of_just_before_is_the_channel() -> None:
    marked = "[s0:Lev] [c0:said], [x0:“I just spoke to {} by phone. [s1:He] [c1:told] me: [x1:it fell].”]"
    for name, channel in (("Ilona Varesh", "telephone"), ("Ruvin Sall", None)):
        _, found = read(marked.format(name), speakers=["Lev", "Ilona Varesh"], inside=[None, 0])
        assert found[1].channel == channel
        assert found[1].addressee == "Lev"


def test_whom_another_tells_is_not_this_ones_channel() -> None:
    _, found = read(
        "[s0:Sall] [c0:announced] [x0:the fall], and [s1:Orr] [c1:told] Reuters [x1:that it fell].",
        speakers=["Ruvin Sall", "Eda Orr"],
    )
    assert [a.channel for a in found] == [None, "Reuters"]

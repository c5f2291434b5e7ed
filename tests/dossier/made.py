"""A small ledger of our own invention: a strike at a lighthouse, as four outlets report it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rashomon.collation.wordings.variation import varied
from rashomon.ledger import Ledger
from rashomon.records import (
    Attribution,
    AttributionKind,
    Capture,
    Entity,
    EntityEvidence,
    MentionKind,
    Passage,
    Problem,
    Reading,
    Report,
    Span,
    Speaker,
    Statement,
    Story,
    Voice,
    Wording,
)

Item = tuple[Capture, Report, Reading]
STORY = "57031e"
KEEPER = "Odile Marsh"
DIRECT, INDIRECT = AttributionKind.DIRECT, AttributionKind.INDIRECT


@dataclass(frozen=True)
class Said:
    """Strings of a report that make an attribution."""

    source: str
    cue: str
    content: str
    kind: AttributionKind = DIRECT
    name: str | None = KEEPER
    why: str = "named in the source"
    channel: str | None = None


def item(
    name: str,
    passages: Sequence[tuple[Voice, str]],
    said: Sequence[Said],
    *,
    outlet: str | None = None,
    title: str | None = None,
    published: str | None = None,
    authors: tuple[str, ...] = (),
    address: str | None = None,
) -> Item:
    """A capture with its report, whose passages stand on lines of their own, and its reading."""
    text = "\n".join(words for _, words in passages)
    content = text.encode("utf-8", "surrogatepass")
    sha256 = hashlib.sha256(content).hexdigest()
    places, start = [], 0
    for voice, words in passages:
        places.append(Passage(voice, start, start + len(words)))
        start += len(words) + 1
    report = Report(
        sha256[:16],
        sha256,
        name,
        text,
        tuple(places),
        title=title,
        outlet=outlet,
        authors=authors,
        published=published,
        published_from="metadata" if published else None,
        language="en",
        address=address,
    )
    attributions = tuple(
        Attribution(
            span_of(text, s.source),
            span_of(text, s.cue),
            span_of(text, s.content),
            s.kind,
            0.9,
            Speaker(s.name, s.why),
            channel=s.channel,
        )
        for s in said
    )
    capture = Capture(sha256, content, "text/plain", f"pages/{name}.txt", address)
    return capture, report, Reading(report.id, "made", (), attributions, ())


def span_of(text: str, words: str) -> tuple[Span, ...]:
    """Where the words stand first; nothing for no words."""
    return (Span(text.index(words), text.index(words) + len(words)),) if words else ()


def wording(made: Item, words: str, why: str = "the first wording") -> Wording:
    """These words as a wording, in the attribution whose content holds them."""
    _, report, reading = made
    (span,) = span_of(report.text, words)
    inside = next(
        (
            n
            for n, a in enumerate(reading.attributions)
            if any(c.start <= span.start and span.end <= c.end for c in a.content)
        ),
        None,
    )
    return Wording(report.id, span.start, span.end, inside, 1.0, why)


GULL = item(
    "gull",
    [
        (Voice.HEADLINE, "Keepers leave the light burning"),
        (
            Voice.BODY,
            "“The lamp will stay lit until we are heard,” said Odile Marsh, the keeper. She gave no date.",
        ),
        (Voice.BODY, "A sailor claimed the fog horn had failed."),
        (Voice.COMMENT, "barnacle9: Marsh said nothing of the kind"),
    ],
    [
        Said(
            "Odile Marsh, the keeper",
            "said",
            "“The lamp will stay lit until we are heard,”",
            channel="letter",
        ),
        Said("A sailor", "claimed", "the fog horn had failed", INDIRECT, None, "“A sailor” names nobody"),
    ],
    outlet="The Gull",
    title="Keepers leave the light burning",
    published="2031-04-05",
    authors=("Ann Lee", "Bo Reyes"),
    address="https://gull.example/light",
)
TIDE = item(
    "tide",
    [
        (
            Voice.BODY,
            "The keeper, Odile Marsh, wrote: “The lamp will stay out until we are heard.” The port is closed.",
        )
    ],
    [Said("The keeper, Odile Marsh,", "wrote", "“The lamp will stay out until we are heard.”")],
    outlet="Tide",
    title="“The lamp will stay out”",
    published="2031-04-06",
    address="javascript:alert(1)",
)
PIER = item(
    "pier",
    [(Voice.BODY, "Marsh told reporters that the lamp would not go out before the keepers were heard.")],
    [Said("Marsh", "told", "that the lamp would not go out before the keepers were heard", INDIRECT)],
    outlet="Pier & Sons <News>",
    title="Strike",
    published="2031-04-07",
)
NOBODY = item("nobody", [(Voice.BODY, "Nothing is known.")], [])


def fill(ledger: Ledger, *more: tuple[Item, Sequence[Statement]]) -> None:
    """Put the story into a ledger, with further reports of the same story and their statements."""
    items = [GULL, TIDE, PIER, NOBODY, *(extra for extra, _ in more)]
    for capture, report, reading in items:
        ledger.add(capture, report, reading)
    ledger.add_problem(Problem("pages/torn.html", "reports", "the text is empty", "fetch or save it again"))
    keeper = Entity(
        "0de11e",
        KEEPER,
        MentionKind.PERSON,
        (KEEPER, "Marsh"),
        (EntityEvidence(GULL[1].id, KEEPER, *_place(GULL, KEEPER), "named in full"),),
    )
    lamp = Statement(
        "1a3b",
        keeper.id,
        (
            wording(GULL, "The lamp will stay lit until we are heard"),
            wording(TIDE, "The lamp will stay out until we are heard.", "7 of 9 words in common"),
            wording(
                PIER, "that the lamp would not go out before the keepers were heard", "5 of 9 words in common"
            ),
        ),
    )
    horn = Statement("f09", None, (wording(GULL, "the fog horn had failed"),))
    story = Story(
        STORY,
        "Keepers leave the light burning",
        tuple(made[1].id for made in items),
        "2031-04-05",
        "2031-04-07",
    )
    extra = [statement for _, statements in more for statement in statements]
    said = varied([horn, lamp, *extra], [made[1] for made in items])
    ledger.replace_collation([keeper], said, [story], "made")


def ledger_at(path: Path, *more: tuple[Item, Sequence[Statement]]) -> Path:
    """A file with that ledger."""
    with Ledger.open(path) as ledger:
        fill(ledger, *more)
    return path


def _place(made: Item, words: str) -> tuple[int, int]:
    (span,) = span_of(made[1].text, words)
    return span.start, span.end


ATTACK = (
    "</style><script>alert(1)</script><img src=x onerror=alert(2)> [x](javascript:alert(3)) | ` {{ 7*7 }}"
    " \x1b]0;owned\x07\x1b[2J \u202egnp.exe\u2066 \ud800"
)


def hostile() -> tuple[Item, list[Statement]]:
    """A report in which every label and the text itself try to break out, and its statement."""
    # A stored text holds no lone surrogates; labels may.
    said = ATTACK.replace("\ud800", "")
    made = item(
        "hostile" + ATTACK,
        [
            (Voice.HEADLINE, said),
            (Voice.BODY, f"{said} said: “{said} again”"),
            (Voice.COMMENT, "eel: <b>first</b>"),
        ],
        [Said(said, "said:", f"“{said} again”", name=ATTACK.replace("\ud800", ""), why=said, channel=said)],
        outlet=ATTACK,
        title=ATTACK,
        authors=(ATTACK,),
        published="2031-04-08",
        address="javascript:alert('address')//" + said,
    )
    return made, [Statement("bad", None, (wording(made, f"{said} again", said),))]

"""Records to keep: a small story of our own invention, and Hypothesis strategies for any records that fit each other."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from hypothesis import strategies as st

from rashomon.accounts.records import (
    Accounts,
    Carrying,
    Conflict,
    ConflictKind,
    ConflictMember,
    Estimate,
    Independence,
    Omission,
    Origin,
    OriginKind,
    TimelineEntry,
)
from rashomon.collation.wordings.variation import varied
from rashomon.records import (
    Affiliation,
    Attribution,
    AttributionKind,
    Capture,
    Circumstance,
    CircumstanceKind,
    DateExpression,
    Entity,
    EntityAffiliation,
    EntityEvidence,
    Figure,
    Link,
    LinkKind,
    Mention,
    MentionKind,
    PartConfidence,
    Passage,
    Reading,
    Relation,
    Report,
    Sentence,
    SourceKind,
    Span,
    Speaker,
    Statement,
    Story,
    VariationKind,
    Voice,
    Wording,
)
from rashomon.records.copies import CopiedPassage, Copy, Family, Revision, RevisionKind, Version

Item = tuple[Capture, Report, Reading]
Collation = tuple[list[Entity], list[Statement], list[Story]]

SAID = "the old mill bridge stays closed until spring"
SAID_OTHERWISE = "the bridge at the old mill will not open before spring"
COMMENT = "hobnail42: Mayor Brücke said the zebra crossing is closed"


def item(said: str = SAID, path: str = "pages/lantern.txt", *, comment: str = COMMENT) -> Item:
    """A report with a headline, a body that quotes ``said``, and a reader's comment; and what was read in it."""
    headline = "Mill bridge stays shut"
    body = f"Mayor Édith Brücke told the council: “{said}”. She gave no reason."
    text = f"{headline}\n{body}\n{comment}"
    content = text.encode()
    sha256 = hashlib.sha256(content).hexdigest()
    name, cue, quoted = (
        Span(text.index(s), text.index(s) + len(s)) for s in ("Édith Brücke", "told the council", said)
    )
    end = len(headline) + 1 + len(body)
    report = Report(
        id=sha256[:16],
        capture=sha256,
        name=path.rsplit("/", 1)[-1].removesuffix(".txt"),
        text=text,
        passages=(
            Passage(Voice.HEADLINE, 0, len(headline)),
            Passage(Voice.BODY, len(headline) + 1, end),
            Passage(Voice.COMMENT, end + 1, len(text)),
        ),
        title=headline,
        outlet="The Lantern",
        authors=("Ilo Marsh", "Tam Oduya"),
        published="2031-02",
        published_from="metadata",
        language="en",
    )
    attribution = Attribution(
        source=(name,),
        cue=(cue,),
        content=(quoted,),
        kind=AttributionKind.DIRECT,
        confidence=0.75,
        speaker=Speaker("Édith Brücke", "named beside the cue", MentionKind.PERSON, name),
        channel="council meeting",
        addressee="the council",
        said_on="2031-02-03",
        part_confidence=PartConfidence(0.875, 0.75, 0.5),
        circumstances=(
            Circumstance(CircumstanceKind.ADDRESSEE, "the council", cue.start + 5, cue.end, "after “told”"),
        ),
        chain=(
            Link(LinkKind.SPEAKER, "Édith Brücke", name.start, name.end),
            Link(LinkKind.OUTLET, "The Lantern", None, None, True),
        ),
    )
    season, mayor = text.find("spring"), text.index("Mayor")
    dates = (
        (DateExpression(season, season + 6, "2031-03-01", "2031-05-31", "the next spring", Relation.UNTIL),)
        if season >= 0
        else ()
    )
    reading = Reading(
        report=report.id,
        model="reader-1",
        mentions=(Mention(MentionKind.PERSON, name.start, name.end, 0.5),),
        attributions=(attribution,),
        sentences=(
            Sentence(0, len(headline), None, b"\x01\x02" * 384),
            Sentence(quoted.start, quoted.end, 0, b"\x03\x04" * 384, 0 if dates else None),
        ),
        dates=dates,
        affiliations=(
            Affiliation("Édith Brücke", "mayor", None, None, mayor, mayor + 5, "“Mayor” before the name"),
        ),
        figures=(
            Figure(cue.start, cue.end, 9, 9, None, "people", cue, "wounded", cue, name, 0, False, "made up"),
        ),
    )
    capture = Capture(sha256, content, "text/plain", path, captured_at="2031-02-04T08:00:00+00:00")
    return capture, report, reading


def collation(items: Sequence[Item]) -> Collation:
    """One speaker, one statement with a wording in each report, one story."""
    names = [(report, reading.attributions[0].source[0]) for _, report, reading in items]
    speaker = Entity(
        "e0a1",
        "Édith Brücke",
        MentionKind.PERSON,
        ("Édith Brücke", "Mayor Brücke"),
        tuple(EntityEvidence(r.id, "Édith Brücke", s.start, s.end, "the same full name") for r, s in names),
        tuple(
            EntityAffiliation(r.id, t.role, None, None, None, t.start, t.end, t.why)
            for _, r, reading in items
            for t in reading.affiliations
        ),
    )
    wordings = [(report, reading.attributions[0].content[0]) for _, report, reading in items]
    told = Statement(
        "51a7",
        speaker.id,
        tuple(
            Wording(r.id, s.start, s.end, 0, 1.0, "the same speaker, the same day", part=n > 0)
            for n, (r, s) in enumerate(wordings)
        ),
    )
    (statement,) = varied([told], [report for _, report, _ in items])
    story = Story("5707", "The mill bridge", tuple(r.id for _, r, _ in items), "2031-02", "2031-02")
    return [speaker], [statement], [story]


def accounts(items: Sequence[Item]) -> Accounts:
    """Of that story, one of every record that accounts have."""
    _, report, reading = items[0]
    (content,), figure = reading.attributions[0].content, reading.figures[0]
    place = (report.id, content.start, content.end)
    member = ConflictMember(0, *place, 0, "51a7", "Édith Brücke", "she says so")
    return Accounts(
        "5707",
        (Origin("0a1", "5707", OriginKind.INTERVIEW, "The Lantern"),),
        (Estimate("e57", "5707", "wounded", "people", "people", 9, 9, None, ((report.id, 0),)),),
        (
            Carrying("51a7", *place, "0a1", True, "told to it"),
            Carrying("e57", report.id, figure.start, figure.end, "0a1", False, "nothing tells"),
        ),
        (
            Independence("51a7", "5707", 2, 1, 1, 2, ("one outlet", "nothing tells")),
            Independence("e57", "5707", 1, 1, 1, 1, ()),
        ),
        (
            Conflict(
                "c0f", "5707", ConflictKind.DENIAL, "the bridge", 0.5, "denied", (member,), True, (place,)
            ),
            Conflict("c10", "5707", ConflictKind.OPPOSED, "the mill", 0.9, "negated", (member,), unsure=True),
        ),
        (
            TimelineEntry("5707", "2031-02-01", "2031-02-28", "published", report.id, *place, "its date"),
            TimelineEntry("5707", "2031-02-03", "2031-02-03", "said", "51a7", *place, "it says so"),
        ),
        (Omission("5707", report.id, "51a7", 3, 4),),
    )


def copied(one: Item, two: Item) -> tuple[list[Family], list[CopiedPassage], list[Version]]:
    """The second as a copy and as the later version of the first, and a passage of both: as they might be, not as they are."""
    first, second = one[1].id, two[1].id
    families = [
        Family("fa01", (Copy(first, 0.75, "75% of the words"), Copy(second, 0.75, "75% of the words")))
    ]
    passages = [CopiedPassage(first, Span(0, 11), second, Span(5, 16), 12)]
    changed = Revision(RevisionKind.CHANGED, Span(0, 4), Span(5, 11), 0, VariationKind.REWORDED, "a sentence")
    added = Revision(RevisionKind.ADDED, Span(4, 4), Span(12, 16), None, None, "a sentence")
    return families, passages, [Version("lantern.example/mill", second, first, (changed, added))]


# Any text that UTF-8 can hold, with what is apt to be mistaken: NUL, combining marks, wide characters, line
# ends.
texts = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\0\r\n\u2028\ufdd0\ufdd1 é\u0301😀'\"=%"),
    max_size=80,
)
scores = st.floats(0, 1)
labels = texts.filter(bool)


@st.composite
def spans(draw: st.DrawFn, length: int, most: int = 3, fewest: int = 0) -> tuple[Span, ...]:
    """Spans within a text of this length, in order, none touching the next."""
    ends = draw(st.sets(st.integers(0, length), min_size=0, max_size=2 * most))
    borders = sorted(ends)[: len(ends) // 2 * 2]
    found = tuple(Span(a, b) for a, b in zip(borders[::2], borders[1::2], strict=True))
    return found if len(found) >= fewest else (Span(0, length),)


def _links(place: Span | None) -> st.SearchStrategy[Link]:
    start, end = (None, None) if place is None else (place.start, place.end)
    return st.builds(
        Link, st.sampled_from(LinkKind), st.none() | texts, st.just(start), st.just(end), st.booleans()
    )


@st.composite
def items(draw: st.DrawFn) -> Item:
    """A capture, report and reading that fit each other and otherwise hold anything."""
    text = draw(labels)
    content = draw(st.binary(max_size=200)) + text.encode()
    sha256 = hashlib.sha256(content).hexdigest()
    capture = Capture(
        sha256,
        content,
        draw(st.sampled_from(["text/plain", "text/html", "application/json"])),
        draw(labels),
        draw(st.none() | texts),
        draw(st.none() | texts),
    )
    size = len(text)
    voices = st.sampled_from(Voice)
    report = Report(
        sha256[:16],
        sha256,
        draw(texts),
        text,
        tuple(Passage(draw(voices), s.start, s.end) for s in draw(spans(size, 5))),
        title=draw(st.none() | texts),
        outlet=draw(st.none() | texts),
        authors=tuple(draw(st.lists(texts, max_size=3))),
        published=draw(st.none() | texts),
        published_from=draw(st.none() | texts),
        language=draw(st.none() | texts),
        address=draw(st.none() | texts),
    )
    kinds = st.sampled_from(MentionKind)
    number = draw(st.integers(0, 3))
    dates = tuple(
        DateExpression(
            s.start,
            s.end,
            draw(st.none() | texts),
            draw(st.none() | texts),
            draw(texts),
            draw(st.none() | st.sampled_from(Relation)),
        )
        for s in draw(spans(size))
    )
    dated = st.none() | st.sampled_from(range(len(dates))) if dates else st.none()
    place = spans(size, fewest=1).map(lambda s: s[0])
    attributions = tuple(
        Attribution(
            draw(spans(size)),
            draw(spans(size)),
            draw(spans(size)),
            draw(st.sampled_from(AttributionKind)),
            draw(scores),
            Speaker(
                draw(st.none() | texts),
                draw(texts),
                draw(st.none() | kinds),
                draw(st.none() | spans(size, fewest=1).map(lambda s: s[0])),
            ),
            draw(st.sampled_from([None, *(n for n in range(number) if n != index)])),
            channel=draw(st.none() | texts),
            addressee=draw(st.none() | texts),
            said_on=draw(st.none() | texts),
            part_confidence=draw(st.none() | st.builds(PartConfidence, scores, scores, scores)),
            said_date=draw(dated),
            source_kind=draw(st.none() | st.sampled_from(SourceKind)),
            circumstances=tuple(
                Circumstance(
                    draw(st.sampled_from(CircumstanceKind)), draw(texts), s.start, s.end, draw(texts)
                )
                for s in draw(st.lists(place, max_size=2))
            ),
            chain=tuple(draw(_links(s)) for s in draw(st.lists(st.none() | place, max_size=3))),
            hands=draw(st.integers(1, 4)),
            joint_speakers=tuple(
                Speaker(
                    draw(st.none() | texts), draw(texts), draw(st.none() | kinds), draw(st.none() | place)
                )
                for _ in range(draw(st.integers(0, 2)))
            ),
        )
        for index in range(number)
    )
    numbers = st.none() | st.floats(0, 1e9)
    inside = st.none() | st.sampled_from(range(number)) if number else st.none()
    reading = Reading(
        report.id,
        draw(labels),
        tuple(Mention(draw(kinds), s.start, s.end, draw(scores)) for s in draw(spans(size))),
        attributions,
        tuple(
            Sentence(s.start, s.end, draw(inside), draw(st.binary(max_size=8)), draw(dated))
            for s in draw(spans(size))
        ),
        tuple(
            Figure(
                s.start,
                s.end,
                draw(numbers),
                draw(numbers),
                draw(numbers),
                draw(labels),
                draw(st.sampled_from([None, s])),
                draw(st.none() | texts),
                draw(st.sampled_from([None, s])),
                draw(st.sampled_from([None, s])),
                draw(inside),
                draw(st.booleans()),
                draw(texts),
            )
            for s in draw(spans(size))
        ),
        dates,
        tuple(
            Affiliation(
                draw(texts),
                draw(st.none() | texts),
                draw(st.none() | texts),
                draw(st.none() | texts),
                s.start,
                s.end,
                draw(texts),
            )
            for s in draw(spans(size))
        ),
    )
    return capture, report, reading


@st.composite
def collations(draw: st.DrawFn, kept: Item) -> Collation:
    """Entities, statements and stories that rest on one report, and on none of its comments or furniture."""
    _, report, reading = kept
    apart = [p for p in report.passages if p.voice in (Voice.COMMENT, Voice.FURNITURE)]
    places = spans(len(report.text), fewest=1).map(lambda s: s[0])
    clear = places.filter(lambda s: not any(s.start < p.end and p.start < s.end for p in apart))
    ids = st.sets(st.text("0123456789abcdef", min_size=4, max_size=6), min_size=1, max_size=3)
    named = sorted(draw(ids))
    entities = [
        Entity(
            id_,
            draw(texts),
            draw(st.none() | st.sampled_from(MentionKind)),
            tuple(draw(st.lists(texts, max_size=3))),
            tuple(
                EntityEvidence(report.id, draw(texts), s.start, s.end, draw(texts))
                for s in draw(st.lists(clear, max_size=2))
            ),
            tuple(
                EntityAffiliation(
                    report.id,
                    draw(st.none() | texts),
                    draw(st.none() | texts),
                    draw(st.none() | texts),
                    draw(st.none() | st.sampled_from(named)),
                    s.start,
                    s.end,
                    draw(texts),
                )
                for s in draw(st.lists(clear, max_size=2))
            ),
        )
        for id_ in named
    ]
    index = (
        st.none() | st.sampled_from(range(len(reading.attributions))) if reading.attributions else st.none()
    )
    statements = [
        Statement(
            id_,
            draw(st.none() | st.sampled_from([e.id for e in entities])),
            tuple(
                Wording(
                    report.id,
                    s.start,
                    s.end,
                    draw(index),
                    draw(scores),
                    draw(texts),
                    part=draw(st.booleans()),
                )
                for s in draw(st.lists(clear, min_size=1, max_size=3))
            ),
            tuple(draw(st.lists(st.none() | st.sampled_from([e.id for e in entities]), max_size=3))),
        )
        for id_ in sorted(draw(ids))
    ]
    stories = [
        Story(id_, draw(texts), (report.id,), draw(st.none() | texts), draw(st.none() | texts))
        for id_ in sorted(draw(ids))
    ]
    return entities, statements, stories

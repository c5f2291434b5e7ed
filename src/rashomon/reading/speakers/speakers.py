"""Whom a source leads to within its report: a name, or *not known* and why.

Rules, from sure to less sure; the first that decides is the reason given:

1. the source names someone: ``NRF spokesman Ali Nazary`` → Ali Nazary; ``a spokesman for Ali Nazary`` does not; of
   ``Ali Nazary and Omar Dal`` it is neither alone, and ``Ali Nazary’s office`` is an organisation of its own;
   initials before an interview's turn are who has them (:mod:`.labels`);
2. a surname leads to the one person of the report who bears it; of several, to one only on evidence;
3. an organisation speaks as itself: ``the Taliban``; a short form leads to the long one: ``the NRF``;
4. ``his father``, where the report says whose son he is;
5. ``the shepherd``, where that noun stands beside one person's name alone (:mod:`.by_noun`);
6. ``he``, ``they``, ``who``, ``the minister``, ``the group``, and a surname of several people: whom the trained scorer
   finds likeliest (:mod:`.antecedents`);
7. ``I``, ``we`` inside a statement: its speaker.

Everything else, ``officials``, ``reports``, ``a senior aide``, names nobody: the speaker is not known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import islice

from rashomon.reading.attributions.attributions import Found
from rashomon.reading.names.organisations.of_people import owner_of
from rashomon.reading.names.organisations.organisations import (
    OrganisationsByName,
    abbreviations,
    organisations,
)
from rashomon.reading.names.persons.by_name import PersonsByName
from rashomon.reading.names.persons.handles import bearer
from rashomon.reading.names.persons.people import GENDER, Person, people, plain
from rashomon.reading.names.words.bodies import GROUPS
from rashomon.reading.names.words.roles import REFERRING
from rashomon.reading.speakers.accusers import Accusation, accusation
from rashomon.reading.speakers.antecedent_features import Asked
from rashomon.reading.speakers.antecedents import (
    KINDS,
    answer,
    eligible,
    initials_between,
    of_other_gender,
    one_stranger,
)
from rashomon.reading.speakers.by_noun import Nouns
from rashomon.reading.speakers.candidates import Stage
from rashomon.reading.speakers.goes_on import goes_on
from rashomon.reading.speakers.it_again import it_again
from rashomon.reading.speakers.joint_speakers import Led, of_source, of_stretches, same_again
from rashomon.reading.speakers.kin import parent_meant, parents
from rashomon.reading.speakers.labels import is_turn, labels
from rashomon.reading.speakers.named import BREAK, PLACE, named_in, organisation_named, person_named
from rashomon.reading.speakers.namesakes import bearers_before, of_gender
from rashomon.reading.speakers.not_meant import not_meant
from rashomon.reading.speakers.of_paragraph import of_paragraph, of_sentence_before
from rashomon.reading.speakers.scene import Scene
from rashomon.reading.text.possessives import without_possessive
from rashomon.records import Mention, MentionKind, Span, Speaker

_THE_SAME = frozenset(("they", "both", "the two", "the pair"))
_SOON = 200
"""Characters between what several said and *They said*; set by hand."""

_DESCRIPTION = re.compile(r"(?:the|this|that)\s+((?:[\w’'.-]+\s+){0,4}[\w’'-]+)", re.I)

_SHOWN = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'&. -]{1,50}?)\s*\(?@[\w.]{2,40}\)?")
_LOUD = re.compile(r"[A-Z]{4,}\s+WHO\b|\bWHO\s+[A-Z]{3,}")
"""Where all is in capitals, *WHO* may be *who*."""
_ONE_WHO = re.compile(
    r"(?:^|[.!?:][”\"’')]?\s+|\n|,\s+|\b(?:and|but)\s+)(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother)\s+(?:[a-z-]{2,20}\s+){0,3}?"
    r"[a-z-]{2,20}[a-rt-z](?:\s+(?:at|for|from|in|of|with)\s+[^.!?\n“”\",]{2,80})?,\s+\Z"
)
"""One person without a name, before *who*."""
_NAMED_BEHIND = re.compile(r",\s+(?:(?:the|an?|one)\s+)?(?:[a-z-]+\s+){0,2}[A-ZÀ-Þ]")


def speakers(
    text: str,
    mentions: Sequence[Mention],
    found: Sequence[Found],
    ours: Sequence[str] = (),
    persons: tuple[Person, ...] | None = None,
) -> tuple[Speaker, ...]:
    """The speaker of each attribution, in order, as :func:`led` has it."""
    return tuple(each.speaker for each in led(text, mentions, found, ours, persons))


def led(
    text: str,
    mentions: Sequence[Mention],
    found: Sequence[Found],
    ours: Sequence[str] = (),
    persons: tuple[Person, ...] | None = None,
) -> tuple[Led, ...]:
    """Whom each attribution's source leads to, in order. ``ours`` are the report's outlet and authors, who may ask in an
    interview; ``persons`` are those of the mentions, where they are already known.
    """
    if persons is None:
        persons = people(text, mentions)
    things = organisations(text, mentions)
    by_name = PersonsByName(persons)
    stage = Stage(text, persons, things, found)
    in_order = tuple(sorted(mentions, key=lambda m: m.start))
    by_initials = labels(text, found, persons, things, ours)
    bodies = {
        s.start: Speaker(o.name, "named in the source", o.kind, s)
        for o in things
        for s in o.at
        if o.name[0].islower()
    }
    turns = tuple(f for f in found if is_turn(text, f))
    scene = Scene(
        text,
        persons,
        things,
        by_name,
        OrganisationsByName(things),
        in_order,
        tuple(found),
        turns,
        stage,
        Nouns(text, persons),
        abbreviations(text),
        by_initials,
        bodies,
        cache(partial(parents, text, persons)),
    )
    out: list[Led] = []
    before: list[Speaker] = []
    for i in range(len(found)):
        out.append(
            _several(scene, i, before) or _same_several(scene, i, out) or Led(_speaker(scene, i, before))
        )
        before.append(out[-1].speaker)
    return tuple(out)


def _speaker(scene: Scene, number: int, before: Sequence[Speaker], at: Span | None = None) -> Speaker:
    """The speaker of an attribution, or of a part ``at`` of its source; ``before`` are those of the attributions before it."""
    f = scene.found[number]
    if not f.source:
        return Speaker(None, "no source is expressed")
    source = at or f.source[0]
    words = scene.words(source)
    low = plain(words)
    outer = before[f.inside] if f.inside is not None and f.inside < len(before) else None
    if low in ("i", "me", "we", "us"):
        if outer and outer.name and low in ("i", "me"):
            return Speaker(outer.name, f"“{words}” inside what {outer.name} said", outer.kind, outer.evidence)
        if outer and outer.name and outer.kind is MentionKind.ORGANISATION:
            return Speaker(outer.name, f"“{words}” inside what {outer.name} said", outer.kind, outer.evidence)
        return Speaker(None, f"“{words}” names nobody")
    if words in scene.labels and is_turn(scene.text, f):
        return scene.labels[words]
    if (who := bearer(words, scene.persons)) is not None:
        return who
    named = named_in(scene, source)
    if named is not None and named.name:
        return named
    named = named_in(replace(scene, spoke=_starts(_spoke(scene, number, before))), source)
    if named is not None:
        return named
    if words == "WHO" and not _LOUD.search(scene.text, max(0, source.start - 40), source.end + 40):
        return _world_health(scene, source)
    if low in KINDS:
        return _pronoun(scene, number, source, before, outer)
    if (shown := _SHOWN.fullmatch(scene.text, source.start, source.end)) is not None:
        # "Lidva Fire @LidvaFD", as a post shows its author
        author = organisation_named(scene, source.start, shown.end("name"))
        if author is not None and author.name:
            return author
    return (
        parent_meant(scene.persons, scene.parents, source, words, before)
        or _by_role(scene, number, source, before)
        or Speaker(None, f"“{words}” names nobody")
    )


def _world_health(scene: Scene, at: Span) -> Speaker:
    """The WHO, by its full name where the report gives it."""
    full = next((o for o in scene.organisations if o.name.startswith("World Health Organi")), None)
    name, where = (full.name, full.at[0]) if full is not None else ("WHO", at)
    return Speaker(name, "named in the source", MentionKind.ORGANISATION, where)


def _several(scene: Scene, number: int, before: Sequence[Speaker]) -> Led | None:
    """Those whom a source names together; ``None`` where it names one, or none of them is known."""
    f = scene.found[number]
    if not f.source or (is_turn(scene.text, f) and scene.words(f.source[0]) in scene.labels):
        return None
    if len(f.source) > 1:
        return of_stretches(scene.text, f.source, lambda at: named_in(scene, at))
    (source,) = f.source
    people_here = [Span(m.start, m.end) for m in scene.people_in(source)]
    places = [m for m in scene.mentions_in(source) if m.kind is MentionKind.PLACE]
    # Two countries say something together as two bodies do.
    names = sorted([*scene.names_in(source), *(Span(m.start, m.end) for m in places)])

    def heard() -> Scene:
        return replace(scene, spoke=_starts(_spoke(scene, number, before)))

    return of_source(
        scene.text,
        source,
        names,
        people_here,
        lambda at: _of_name(heard(), at),
        lambda at: _speaker(scene, number, before, at),
    )


def _same_several(scene: Scene, number: int, out: Sequence[Led]) -> Led | None:
    """``They said`` right after what several said together: the same."""
    f = scene.found[number]
    if len(f.source) != 1 or plain(scene.words(f.source[0])) not in _THE_SAME:
        return None
    (source,) = f.source
    last = next((n for n in range(number - 1, -1, -1) if scene.found[n].inside == f.inside), None)
    if last is None or not out[last].joint:
        return None
    said = scene.found[last]
    end = max(s.end for s in said.source)
    between = scene.text[max(s.end for s in said.spans) : source.start]
    if not 0 < len(between) <= _SOON or between.strip().count("\n") or end > source.start:
        return None
    others = (at for o in scene.organisations for at in o.at)
    if any(end <= at.start < source.start for at in others):
        return None  # "they" may be these
    return same_again(scene.words(source), source, out[last])


def _of_name(scene: Scene, at: Span) -> Speaker:
    """Whom a name leads to that stands among others."""
    if any(m.start == at.start and m.end == at.end for m in scene.people_in(at)):
        person = person_named(scene, at.start, at.end)
        if person is not None:
            return person
    words = scene.words(at)
    return organisation_named(scene, at.start, at.end) or Speaker(None, f"“{words}” names nobody")


def description(text: str, source: Span) -> Asked | None:
    """``the Republican nominee``, ``the group``: a question for the scorer, if the source is a role or a group by its noun."""
    head = text[source.start : source.end]
    cut = BREAK.search(head, 1)
    if cut is not None and _NAMED_BEHIND.match(head, cut.start()) is not None:
        return None  # "the audit firm, Deane & Pollard,": who that is, it says itself
    match = _DESCRIPTION.fullmatch(PLACE.sub("", " ".join(head[: cut.start() if cut else None].split())))
    if match is None:
        return None
    told = without_possessive(match.group(1))
    *words, noun = plain(told).split() or [""]
    proper = frozenset(w for word in told.split()[:-1] if word[0].isupper() for w in plain(word).split())
    kind = "role" if noun in REFERRING else "group" if noun in GROUPS else None
    return Asked(source, kind, noun=noun, words=frozenset(words), proper=proper) if kind else None


def _by_role(scene: Scene, number: int, source: Span, before: Sequence[Speaker]) -> Speaker | None:
    """``the spokesman``, ``the group``: whom the scorer finds likeliest."""
    asked = description(scene.text, source)
    if asked is None:
        return _by_noun(scene, number, source, before)
    barred = not_meant(scene.stage, scene.found, number, before)
    spoke = _starts(_spoke(scene, number, before))
    meant = answer(scene.stage, replace(asked, spoke=spoke, barred=barred))
    if meant is None:
        return _one_of_its_noun(scene, asked)
    c = meant.candidate
    return Speaker(
        c.name,
        f"“{scene.words(source)}” for {c.name}, who {meant.why} ({meant.chance:.0%})",
        c.kind,
        c.at,
    )


def _by_noun(scene: Scene, number: int, source: Span, before: Sequence[Speaker]) -> Speaker | None:
    """``The shepherd``, of *Ann Coll, 34, shepherd*."""
    person = scene.nouns.borne_by_one(source)
    if person is None or person.name in not_meant(scene.stage, scene.found, number, before):
        return None
    why = f"“{scene.words(source)}” for {person.name}, the one beside whose name the word stands"
    return Speaker(person.name, why, MentionKind.PERSON, person.at)


def _one_of_its_noun(scene: Scene, asked: Asked) -> Speaker | None:
    """``The ministry`` of a letter whose report names one ministry, and only further on."""
    holding = scene.organisations_by_name.with_word(asked.noun or "")
    if asked.kind != "group" or asked.words or len(holding) != 1:
        return None
    (o,) = holding
    if initials_between(scene.stage, asked, o.name):
        return None
    return Speaker(o.name, f"the one {asked.noun} that the report names", o.kind, o.at[0])


def _pronoun(
    scene: Scene, number: int, source: Span, before: Sequence[Speaker], outer: Speaker | None
) -> Speaker:
    """Whom ``he``, ``they`` or ``who`` refers to, as the scorer has it."""
    pronoun, spoke = plain(scene.words(source)), _spoke(scene, number, before)
    accused = accusation(scene.stage, scene.found, number, before)
    barred = not_meant(scene.stage, scene.found, number, before)
    if accused is not None and not accused.sure:
        barred |= accused.by
    asked = Asked(
        source,
        KINDS[pronoun],
        GENDER.get(pronoun),
        spoke=_starts(spoke),
        stranger=bool(spoke) and spoke[0][0] is None and _stranger(scene, spoke[0][1]),
        around=outer.name if outer else None,
        barred=barred,
        out=accused.by if accused is not None and accused.sure else frozenset(),
    )
    meant = _led_by_scorer(scene, number, asked, spoke, before, accused)
    if outer is not None or pronoun not in GENDER:
        return meant
    begins = of_sentence_before(scene, number, asked) if accused is None else None
    if begins is not None and begins.name != meant.name:
        return begins
    return meant if meant.name is None else of_paragraph(scene, asked, meant)


def _led_by_scorer(
    scene: Scene,
    number: int,
    asked: Asked,
    spoke: tuple[tuple[str | None, Span], ...],
    before: Sequence[Speaker],
    accused: Accusation | None,
) -> Speaker:
    """Whom the scorer finds likeliest for a pronoun, unless what stands beside tells otherwise."""
    source = asked.at
    pronoun = plain(scene.words(source))
    meant = answer(scene.stage, asked)
    if meant is None:
        again = None
        if accused is None:
            follows = it_again(scene, number, source, before) if pronoun == "it" else None
            again = follows or goes_on(scene, number, asked, before)
        if again is None and accused is None and pronoun in GENDER:
            again = _one_of_bearers(asked, pronoun, bearers_before(scene, source.start))
        return again or Speaker(None, f"“{pronoun}”: no one named before it stands out")
    c = meant.candidate
    if accused is not None and accused.of is not None and accused.of != {c.name}:
        return Speaker(None, f"“{pronoun}”: an accusation is answered, and not surely by {c.name}")
    first = _spoke_in_paragraph(scene, source, spoke) if pronoun in GENDER else None
    last = scene.stage.last_mention(c, source.start)
    if not (last is not None and scene.same_paragraph(last, source)):
        bearers = bearers_before(scene, source.start) if pronoun in GENDER else []
        if bearers and all(p.name != c.name for p in bearers):
            return _one_of_bearers(asked, pronoun, bearers) or Speaker(
                None, f"“{pronoun}” may be {' or '.join(p.name for p in bearers)}"
            )
    if first not in (None, c.name) and not (last is not None and scene.same_paragraph(last, source)):
        its = next((p for p in eligible(scene.stage, asked) if p.name == first), None)
        if its is not None and not of_other_gender(scene.stage, asked.gender, its):
            told = f"{first} spoke last in its paragraph, which does not name {c.name}"
            if its.name in asked.barred:
                return Speaker(None, f"“{pronoun}”: {told}")
            return Speaker(its.name, f"“{pronoun}” for {its.name}: {told}", its.kind, its.at)
    why = f"“{pronoun}” for {c.name}, who {meant.why} ({meant.chance:.0%})"
    return Speaker(c.name, why, c.kind, c.at)


def _one_of_bearers(asked: Asked, pronoun: str, bearers: Sequence[Person]) -> Speaker | None:
    """Of those whose surname was named last the only one of the gender that a pronoun tells."""
    one = of_gender(bearers, asked.gender)
    if one is None or one.name in asked.barred | asked.out:
        return None
    why = f"“{pronoun}” for {one.name}, of those whose surname was named last the one of the gender"
    return Speaker(one.name, why, MentionKind.PERSON, one.at)


def _spoke_in_paragraph(scene: Scene, source: Span, spoke: Sequence[tuple[str | None, Span]]) -> str | None:
    """Who spoke last, if that was in the same paragraph."""
    name, at = spoke[0] if spoke else (None, source)
    return name if scene.same_paragraph(at, source) else None


def _stranger(scene: Scene, source: Span) -> bool:
    """Whether a source that names nobody is one person; *who* is whoever stands before it: *the cook, who*."""
    words = scene.words(source)
    if plain(words) != "who":
        return one_stranger(words)
    return _ONE_WHO.search(scene.text, max(0, source.start - _SOON), source.start) is not None


def _spoke(scene: Scene, number: int, before: Sequence[Speaker]) -> tuple[tuple[str | None, Span], ...]:
    """The two who spoke before at the same level, last first, with their sources."""
    inside = scene.found[number].inside
    earlier = ((scene.found[n], before[n]) for n in range(number - 1, -1, -1))
    # The scorer knows no bodies of people: what one said before weighs as it would without a name.
    told = (
        (None if owner_of(s) else s.name, f.source[0]) for f, s in earlier if f.inside == inside and f.source
    )
    return tuple(islice(told, 2))


def _starts(spoke: Sequence[tuple[str | None, Span]]) -> tuple[tuple[str | None, int], ...]:
    return tuple((name, at.start) for name, at in spoke)

"""Whom a source names by its own words: a person, an organisation, or what belongs to one (rules 1 to 3 of
:mod:`.speakers`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from rashomon.capitals import FIRM
from rashomon.reading.attributions.speech import is_document
from rashomon.reading.names.joint import beside_and
from rashomon.reading.names.organisations.described import described, outlet_named, part_of
from rashomon.reading.names.organisations.name_ends import name_end
from rashomon.reading.names.organisations.of_people import (
    body_of,
    named_before_body,
    noun_of_body,
    owner_told,
)
from rashomon.reading.names.organisations.organisations import without_article
from rashomon.reading.names.persons.offices import offices_among
from rashomon.reading.names.persons.people import (
    Person,
    after_place,
    bare_name,
    bears_title_of_another,
    plain,
)
from rashomon.reading.names.words.bodies import GROUPS, OWNED
from rashomon.reading.names.words.peoples import COUNTRY, is_one_of_a_people
from rashomon.reading.names.words.roles import MODIFIERS, NOUNS, REFERRING
from rashomon.reading.names.words.titles import FEMALE, MALE, TITLES
from rashomon.reading.speakers.antecedent_features import Asked
from rashomon.reading.speakers.antecedents import answer
from rashomon.reading.speakers.documents import author
from rashomon.reading.speakers.namesakes import gender_of, told_against
from rashomon.reading.speakers.scene import Scene
from rashomon.reading.text.possessives import without_possessive
from rashomon.records import Mention, MentionKind, Span, Speaker

NOBODY = frozenset(
    """
    they he she it we you i who those these this that many some others most several few both one two all everyone
    his her its their my our your whose him them us me
    critics officials prosecutors investigators detectives organizers organisers activists
    reports sources police people experts analysts residents witnesses authorities observers
    lawmakers democrats republicans voters republican democrat democratic
    pm opposition treasurer anchor dispatcher caller narrator announcer
    """.split()
)
"""Words that may stand with a capital and yet name nobody."""

_OWNED = re.compile(r"(?:his|her|its|their|the|a|an|another|one|(?:[\w.-]+\s+){0,4}[\w-]+['’]s)\s", re.I)

_NEAR = re.compile(r"\b(?:close|loyal|near|next) to\b|\bfamiliar with\b|\baround\b", re.I)

_FOLLOWS = re.compile(r"\s(?:of|for|to|from|in|at|on|with|by)\s")

PLACE = re.compile(r"\s+(?:in|at|from|on)\s+[\w\s]+$")

_AT = ("in", "at", "near")

_PLACED = re.compile(rf"\b(?:{'|'.join(_AT)})\s\Z", re.I)
"""Before a place that was taken for a person or a source: *the doctor in Lidva told*."""

_DETERMINERS = re.compile(r"^(?:the|a|an|this|that|one|both)\s+", re.I)

BREAK = re.compile(r"\s*(?:,|;|\(|—|–|\bwho\b|\bwhose\b|\bwhich\b|\bthat\b)")

_PREPOSITION = re.compile(
    r"(?:^|\s)(?:for|of|from|by|with|to|against|on|at|in|about|behind|near|like)(?:\s+the)?"
    r"(?:\s+(?-i:Camp|Cape|Castle|Fort|Hotel|Lake|Mount|Point|Port))?\s*$",
    re.I,
)
"""Also before a place that is called after somebody: *three guards at Camp* Sorrel."""

_TITLES_LAST = re.compile(
    r"(?<!\blike\s)(?<=\s)(?:the\s+)?(?:(?:former|late|deputy|vice|prime|foreign|interior|then)\s+){0,3}(?:"
    + "|".join(sorted(TITLES - {"justice", "general", "chair", "vice", "prime"}))
    + r")\.?\s+\Z",
    re.I,
)
"""A title right before a name, after another word; but *someone like Mr. Clarke* is he."""

_AFTER_NAME = re.compile(
    r"^\s*(?:$|@|himself|herself|jr\.?|sr\.?|(?:for|of|from|in|at|on|to|and|with|during|through|via|as)\b)",
    re.I,
)

_NO_ROLE = re.compile(
    r"\w+(?:ing|ed)|of|for|from|by|with|to|against|on|at|in|about|behind|near|like|than|and|or|nor|not|as|who|whose|via|under|over"
    r"|is|was|are|were|has|had|says|said|told|but|after|before|since|until|amid|unlike|including|except"
)
"""What stands between a description and a name that is not its own."""

_RETIRED = re.compile(r"\((?:ret|retd|res)\.?\)\s*", re.I)

_GOES_BY = re.compile(
    r"\s*(?:who\s+(?:goes|went)\s+by\s+(?:the\s+\w+\s+(?:of\s+)?)?|who\s+use[sd]\s+(?:the\s+\w+\s+(?:of\s+)?)?|(?:who\s+is\s+)?(?:better\s+|only\s+)?known\s+(?:only\s+)?as\s+"
    r"|who\s+gave\s+(?:his|her)\s+name\s+(?:only\s+)?as\s+|identified\s+(?:only\s+)?(?:as|by\s+the\s+name)\s+)"
)

_ITS_NOUN = re.compile(
    r"\s*(?:the|an?)\s+(?:(?!(?:of|for|to|in|on|at|by|with|from|who|which|that|and|or|than|as)\b)[a-z-]+\s+){1,3}"
)
"""What stands before a name that closes the source: *his late father, the village poet Yusuf Sel,*."""

_NO_SURNAME = REFERRING | TITLES | GROUPS | OWNED | {"staff", "synod"}
"""Of what begins with a title the last words that nobody bears: *the General Staff*."""
_OFFICE_ALONE = re.compile(
    r"Speaker|(?:Head|Chief|Secretary|Minister)s?\s+of\s+(?:State|Government|Mission|Staff)"
    r"|(?:C[EFIOT]O|Chief\s+Executive|Chair(?:man|woman)?)\s+(?:of|for|at)\s+.{1,80}"
)
_OF_ROLES = REFERRING | MODIFIERS
_MOST_OF_A_NAME = 20
"""People of one short name in a report among whom evidence is looked for; set by hand, more than any report of the data has."""
_A_PEOPLE = re.compile(r"[A-ZÀ-Þ][a-zà-þ]+ans")

_UNIDENTIFIED = re.compile(r"(?:unidentified|unknown|unnamed)\s", re.I)
"""Of a transcript’s labels those of nobody: *UNIDENTIFIED WOMAN*."""
_CAPITALS = re.compile(rf"(?:{FIRM})(?:/{FIRM})?(?:\s+(?:of|for|the|and|&|de|al|{FIRM}))*")


def named_in(scene: Scene, source: Span) -> Speaker | None:
    """The person or organisation that the source itself names; a speaker without name where several fit."""
    text = scene.text
    cut = BREAK.search(text, source.start + 1, source.end)
    head_end = cut.start() if cut else source.end
    head = text[source.start : head_end]
    here = scene.people_in(source)
    people_here = [Span(m.start, m.end) for m in here]
    if (body := _body(scene, source, head_end, here)) is not None:
        return body
    if (at := author(text, source, scene.names_in(source))) is not None:
        writer = (
            person_named(scene, at.start, at.end)
            if at in people_here
            else organisation_named(scene, at.start, at.end)
        )
        return replace(writer, why=f"{writer.why}, as whose words they are") if writer else None
    for m in reversed([m for m in here if m.start < head_end and m.end <= source.end + 2]):
        owns = text[m.end - 2 : m.end] in ("’s", "'s") or text[m.end : m.end + 1] in ("’", "'")
        # "Union leader Oran Kerr’s" allegation: nothing is owned within the source.
        owns = owns and text[m.end : source.end].strip(" ’'s") != ""
        if m.start > source.start:
            leads = not _owned_by(text[source.start : m.start])
            leads = leads or after_place(text, m.start, m.end) > m.start
        else:
            leads = _PLACED.search(text[max(0, m.start - 6) : m.start]) is None
        if not owns and leads and _AFTER_NAME.match(text[min(m.end, head_end) : head_end]):
            if beside_and(text, Span(m.start, m.end), people_here):
                return None  # "a spokesman for Kerr and Oulik"
            return person_named(scene, m.start, m.end)
    if (before := _person_placed(scene, source)) is not None:
        return person_named(scene, before.start, before.end)
    thing = organisation_named(scene, source.start, head_end) or _described(scene, source, head_end)
    if thing is not None or cut is None:
        return thing
    # "its deputy chair, Ruvin Sall", "Her father, the engineer Tomas Varesh", "Another official, Benno Arden"
    if _NEAR.search(head):
        return None  # "Sources close to the minister, Anna Kerr": the name may be the minister's
    noun = plain(_FOLLOWS.split(head, maxsplit=1)[0]).split()[-1:]
    if head[:1].islower() or _OWNED.match(head) or REFERRING & set(noun):
        for m in (m for m in here if head_end <= m.start and m.end <= source.end + 2):
            between = _RETIRED.sub("", text[cut.end() : m.start])
            words = between.split()
            closes = not text[m.end : source.end].strip(" ,")
            goes_by = _GOES_BY.fullmatch(between) or _GOES_BY.fullmatch(text, cut.start(), m.start)
            told = goes_by or (closes and _ITS_NOUN.fullmatch(between))
            # "a recording that Kerr has heard": a clause, and nobody's name.
            apposed = not cut.group().strip().isalpha()
            if told or (apposed and all(_of_role(w, last=w is words[-1]) for w in words)):
                return person_named(scene, m.start, m.end)
    return None


def _of_role(word: str, *, last: bool) -> bool:
    """Whether a word between a description and the name behind it may be of a role: *Her brother, | firefighter | Jan Kerr*."""
    known = plain(word) in _OF_ROLES or word in ("the", "a", "an") or word[0].isupper()
    return known or (last and word.isalpha() and _NO_ROLE.fullmatch(word) is None)


def _owned_by(lead: str) -> bool:
    """Whether what stands before a name puts it under a preposition, its titles between: ``the lawyer for President``."""
    return _PREPOSITION.search(_TITLES_LAST.sub("", lead)) is not None


def _body(scene: Scene, source: Span, head_end: int, here: Sequence[Mention]) -> Speaker | None:
    """``The office of President Ostry``, ``Ostry’s campaign``: an organisation of its own, or nobody; never the owner."""
    text = scene.text
    place = PLACE.search(text[source.start : head_end])
    end = source.start + place.start() if place is not None and place.start() else head_end
    owners = [Span(m.start, m.end) for m in here if m.start < head_end]
    if (named := named_before_body(text, source.start, end)) is not None and not owners:
        owners = [named]  # "the Ostry campaign", of which Ostry is taken for no person
    for at in owners:
        name, span, _ = bare_name(text, at.start, at.end)
        noun = noun_of_body(text, source.start, span, max(span.end, end)) if name else None
        if noun is None or not (scene.persons_by_name.candidates(name) or at != named):
            continue
        owner = person_named(scene, at.start, at.end)
        if (owner is None or owner.name is None) and (
            one := owner_told(text, noun, scene.persons_by_name.candidates(name))
        ):
            owner = Speaker(one.name, "named in the source", MentionKind.PERSON, one.at)
        if owner is None or owner.name is None:
            return owner
        return body_of(noun, owner, Span(source.start, max(span.end, end)))
    return None


def _described(scene: Scene, source: Span, head_end: int) -> Speaker | None:
    """The organisation that a description ends in, or a part of one by its noun."""
    bodies = [Span(m.start, m.end) for m in scene.mentions_in(source) if m.kind is MentionKind.ORGANISATION]
    at = described(scene.text, source, head_end, bodies) or outlet_named(scene.text, source, head_end, bodies)
    if at is not None:
        return organisation_named(scene, at.start, at.end)
    if (at := part_of(scene.text, source, head_end, bodies)) is None:
        return None
    why = "named in the source by what it is of"
    return Speaker(scene.words(at), why, MentionKind.ORGANISATION, at)


def _person_placed(scene: Scene, place: Span) -> Mention | None:
    """Of ``Dr Marn in Lidva told``, read as if Lidva told: Marn."""
    near = scene.people_in(Span(max(0, place.start - 40), place.start))
    return next((m for m in near if scene.text[m.end : place.start].strip() in _AT), None)


def person_named(scene: Scene, start: int, end: int) -> Speaker | None:
    name, span, titles = bare_name(scene.text, start, end)
    if name.startswith("of "):
        return None  # "The Mayor of Lidva": whose mayor, and no name
    if is_one_of_a_people(scene.text, span):
        return None
    fits = scene.persons_by_name.candidates(name)
    if len(fits) == 1:
        p = fits[0]
        if bears_title_of_another(p, titles):
            return Speaker(None, f"“{scene.words(Span(start, end))}” is somebody else than {p.name}")
        why = "named in the source" if plain(p.name) == plain(name) else f"the one {name} of the report"
        return Speaker(p.name, why, MentionKind.PERSON, p.at)
    if not fits:
        return Speaker(name, "named in the source", MentionKind.PERSON, span)
    if len(fits) > _MOST_OF_A_NAME:
        return Speaker(None, f"“{name}” may be any of {len(fits)} people")
    return _one_of(scene, name, span, titles, fits)


def _one_of(
    scene: Scene, name: str, at: Span, titles: frozenset[str], fits: Sequence[Person]
) -> Speaker | None:
    """Of several people of one short name, the one whom the evidence singles out, or nobody."""
    offices = offices_among(titles)
    holders = [p for p in fits if not offices.isdisjoint(offices_among(p.titles))]
    if len(holders) == 1:
        office = " ".join(sorted(offices & offices_among(holders[0].titles)))
        why = f"of {len(fits)} people called {name}, the one who is called {office}"
        return Speaker(holders[0].name, why, MentionKind.PERSON, holders[0].at)
    if scene.spoke is None:
        return None
    outside = _outside_turns(scene, at, fits)
    if len(outside) == 1:
        (p,) = outside
        why = f"of {len(fits)} people called {name}, the one who is named outside what is said in the turns"
        return Speaker(p.name, why, MentionKind.PERSON, p.at)
    gender = "f" if titles & FEMALE else "m" if titles & MALE else None
    if gender:
        fits = [p for p in fits if gender_of(p) in (None, gender)] or fits
        same = [p for p in fits if gender_of(p) == gender]
        if len(same) == 1 or len(fits) == 1:
            p = (same if len(same) == 1 else fits)[0]
            return Speaker(p.name, f"the {name} whom the title fits", MentionKind.PERSON, p.at)
    among = frozenset(p.name for p in fits)
    asked = Asked(at, "name", gender=gender, titles=titles, spoke=scene.spoke, among=among)
    meant = answer(scene.stage, asked)
    one = next((p for p in fits if meant is not None and p.name == meant.candidate.name), None)
    if meant is None or one is None or _by_given_name(scene, one) or told_against(scene, at, one, fits):
        names = " or ".join(p.name for p in fits)
        return Speaker(None, f"“{name}” may be {names}")
    c = meant.candidate
    others = [p for p in fits if p.dead and p.name != c.name]
    why = f"of the {len(fits)} people called {name}, this one {meant.why} ({meant.chance:.0%})"
    if others:
        why += f"; of {others[0].name} the report says that they died"
    return Speaker(c.name, why, MentionKind.PERSON, c.at)


def _by_given_name(scene: Scene, person: Person) -> bool:
    """Whether a report that names several of one surname calls this one by the given name alone: *Kerr* is then another."""
    first, *rest = plain(person.name).split()
    return bool(rest) and any(
        plain(scene.text[s.start : s.end]) == first and not scene.stage.quoted(s) for s in person.mentions
    )


def _outside_turns(scene: Scene, at: Span, fits: Sequence[Person]) -> list[Person]:
    """For the label of an interview's turn, those who are named elsewhere than in what is said; else nobody.

    Whom an interview is with, its headline and its introduction say; who comes up in an answer gives none.
    """
    if not any(f.source[0].start <= at.start and at.end <= f.source[0].end for f in scene.turns):
        return []
    said = [s for f in scene.turns for s in f.content]
    return [p for p in fits if any(not any(s.start <= m.start < s.end for s in said) for m in p.mentions)]


_LEGAL_FORM = re.compile(
    r"(?<=\w)\s+(?:plc|ltd|llp|llc|inc|gmbh|pty)\.?(?:\s\((?:[A-Z]{2,8}:\s?)?[A-Z.]{1,8}\))?\Z"
)
"""What a company is by law, in small letters, and what its shares are called by: *Osmer Mills plc (OSM)*."""


def organisation_named(scene: Scene, start: int, end: int) -> Speaker | None:
    """The organisation, place or otherwise capitalised name that the words up to ``end`` are, without an article."""
    text = scene.text
    words = text[start:end].rstrip()
    body = scene.bodies.get(without_article(text, start, end).start)
    if (
        body is not None
        and body.evidence
        and (body.evidence.end == start + len(words) or PLACE.match(words, body.evidence.end - start))
    ):
        return body
    article, at = _name_alone(start, words)
    if (legal := _LEGAL_FORM.search(text, at.start, at.end)) is not None:
        at = Span(at.start, legal.start())
    name = " ".join(text[at.start : at.end].split())
    if name in scene.abbreviations:
        long, span = scene.abbreviations[name]
        return Speaker(long, f"{name} stands for it in the report", MentionKind.ORGANISATION, span)
    if not _CAPITALS.fullmatch(name) or plain(name) in NOBODY or _UNIDENTIFIED.match(name):
        return None
    if (
        not article
        and _PLACED.search(text, max(0, at.start - 6), at.start)
        and text[at.end : at.end + 2] not in ("’s", "'s")
    ):
        return None  # "the doctor in Lidva told", of which the source is "Lidva"
    if scene.persons_by_name.candidates(bare_name(text, at.start, at.end)[0]):
        return person_named(scene, at.start, at.end)
    if article and (name in COUNTRY or is_one_of_a_people(text, at)):
        return None  # "the Nigerian": somebody from there
    if _OFFICE_ALONE.fullmatch(name):
        return None  # "the Head of State", "the Speaker", "the CIO of Kerr & Lind": whoever holds the office
    if _are_two(scene, name):
        return Speaker(None, f"“{name}” are several, who say it together", None, at)
    thing = scene.organisations_by_name.fullest(name)
    if thing is not None:
        why = "named in the source" if plain(thing.name) == plain(name) else f"the one {name} of the report"
        return Speaker(thing.name, why, thing.kind, thing.at[0])
    if article and article.lower() != "the":
        return None
    begins = (
        not article and re.search(r"(?:^|[.!?:”“‘«(\"\n])\s*$", text[max(0, start - 3) : start]) is not None
    )
    return _named_here_alone(scene, name, at, begins)


def _name_alone(start: int, words: str) -> tuple[str, Span]:
    """The article that the words at ``start`` begin with, if any, and the characters of the name behind it, less the place that
    it stands in and the sign of a possessive.
    """
    if (place := PLACE.search(words)) is not None:
        words = words[: place.start()]
    words = without_possessive(words)
    words = words[: name_end(words)]
    article = _DETERMINERS.match(words)
    first = start + (article.end() if article else 0)
    return article.group().strip() if article else "", Span(first, start + len(words))


def _are_two(scene: Scene, name: str) -> bool:
    """Whether the name is two: *the Liberals and the Greens*, or two that the report names each by itself."""
    halves = name.split(" and ")
    if len(halves) != 2:
        return False
    if halves[0].endswith("s") and halves[1].startswith("the ") and not _FOLLOWS.search(halves[0]):
        return True
    return all(scene.organisations_by_name.bears(half) for half in halves)


def _named_here_alone(scene: Scene, name: str, at: Span, begins: bool) -> Speaker | None:
    """Whom a capitalised name is of that no mention has: by its own words. ``begins`` where it begins a sentence, so that its
    capital tells nothing.
    """
    text = scene.text
    last_word = plain(name).split()[-1]
    one_word = " " not in name
    if plain(name).split()[0] in TITLES and not one_word and last_word not in _NO_SURNAME:
        return person_named(scene, at.start, at.end)
    bare, _, titles = bare_name(text, at.start, at.end)
    if titles and bare != name and len(bare.split()) > 1 and last_word not in _NO_SURNAME:
        return person_named(
            scene, at.start, at.end
        )  # "Lidva County Sheriff Ana Reyes", for the model no person
    if last_word in REFERRING or last_word in NOBODY or (one_word and last_word in GROUPS):
        return None
    if is_document(last_word) or (one_word and (last_word in TITLES or _A_PEOPLE.fullmatch(name))):
        return None  # "New Poll", "Mr", "Torvenians"
    if last_word in NOUNS and re.search(r"['’]s\s", name, re.I):
        return None  # "OSMER’S BOSS"
    if begins and one_word and not _elsewhere(text, name, at.start):
        return None
    return Speaker(name, "named in the source", None, at)


def _elsewhere(text: str, name: str, at: int) -> bool:
    """Whether the name, with its capital, also stands inside some sentence, and there is no part of a longer one."""
    return any(start != at for start in _first_inside(text, name))


@lru_cache(maxsize=64)
def _first_inside(text: str, name: str) -> tuple[int, ...]:
    """Where the first two such begin; a headline's every line may ask."""
    inside = re.compile(r"(?<=[a-z,] )" + re.escape(name) + r"\b(?![’']|\s[A-ZÀ-Þ])")
    return tuple(m.start() for m in islice(inside.finditer(text), 2))

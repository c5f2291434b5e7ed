"""Lists of stories on a ledger with dozens of them: in every order, through every filter, what the whole ledger says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.ledger import Ledger
from rashomon.ledger.shown import listed
from rashomon.ledger.shown.listed.conflicts import ConflictFilter
from rashomon.ledger.shown.listed.stories import StoryEntry, StoryFilter
from rashomon.room.meaning import Meanings
from rashomon.room.readers import Desk
from rashomon.room.views.people import OF_EACH_TOPIC, person_view


@pytest.fixture(scope="module")
def whole(many: Ledger) -> list[StoryEntry]:
    """The entries of all stories, put together from the records themselves."""
    found = []
    for story in many.stories():
        outlets = [report.outlet for report in many.reports(story.reports)]
        found.append(
            StoryEntry(
                story.id,
                story.title,
                story.earliest,
                story.latest,
                len(outlets),
                tuple(sorted({o for o in outlets if o})),
                sum(not o for o in outlets),
                len(list(many.statements(story=story.id))),
                len(many.conflicts(story=story.id)),
            )
        )
    assert len(found) > 10
    assert len({s.conflicts for s in found}) > 3
    return found


@pytest.mark.parametrize(
    ("order", "key"),
    [
        ("conflicts", lambda s: (-s.conflicts, -s.reports, s.id)),
        ("title", lambda s: (s.title.lower(), s.id)),
        ("earliest", lambda s: (s.earliest or "~", s.id)),
    ],
)
@pytest.mark.parametrize("conflict", ["", "any", "altered quotation", "figures"])
def test_stories_stand_in_the_order_asked_for(
    many: Ledger, whole: list[StoryEntry], order: str, key: Callable[[StoryEntry], Any], conflict: str
) -> None:
    kinds = {s.id: {str(c.kind.value) for c in many.conflicts(story=s.id)} for s in whole}
    wanted = StoryFilter(conflict=conflict)
    right = [
        s for s in whole if not conflict or kinds[s.id] & ({conflict} if conflict != "any" else kinds[s.id])
    ]
    right.sort(key=key)
    pages = [*listed.stories.entries(many, wanted, order=order, limit=7)]
    pages += listed.stories.entries(many, wanted, order=order, first=7, limit=1000)
    assert pages == right
    assert listed.stories.count(many, wanted) == len(right)


def test_stories_are_narrowed_by_outlet_and_date(many: Ledger, whole: list[StoryEntry]) -> None:
    outlet = whole[0].outlets[0]
    first = sorted(s.latest for s in whole if s.latest)[len(whole) // 2]
    found = listed.stories.entries(many, StoryFilter(outlet=outlet, first=first), limit=1000)
    assert {s.id for s in found} == {
        s.id for s in whole if outlet in s.outlets and s.latest and s.latest >= first
    }
    undated = StoryFilter(last="1999")
    assert listed.stories.count(many, undated) == 0


def test_a_topic_is_shown_with_its_own_first_statements(many: Ledger) -> None:
    people = listed.people.entries(many, limit=8)
    topics = 0
    for person in people:
        view = person_view(Desk(many, Meanings(many.path)), person.id, "topic", "", 0)
        for topic in view.topics:
            topics += 1
            alone = person_view(Desk(many, Meanings(many.path)), person.id, "topic", topic.word, 0)
            assert alone.stretch.total == topic.statements
            assert {s.statement for s in topic.said} <= {
                s.statement for s in alone.said
            } or topic.statements > 50
            assert len(topic.said) == min(topic.statements, OF_EACH_TOPIC)
    assert topics


def test_every_conflict_stands_once_in_the_list_of_all(many: Ledger, whole: list[StoryEntry]) -> None:
    everything = {c.id for s in whole for c in many.conflicts(story=s.id)}
    pages, first = list[str](), 0
    while shown := listed.conflicts.entries(many, ConflictFilter(), first=first):
        pages += [place.conflict for place in shown]
        first += len(shown)
    assert sorted(pages) == sorted(everything)
    assert listed.conflicts.count(many, ConflictFilter()) == len(everything)
    assert sum(listed.conflicts.kinds(many).values()) == len(everything)


def test_conflicts_are_narrowed_by_kind_and_words(many: Ledger, whole: list[StoryEntry]) -> None:
    every = [c for s in whole for c in many.conflicts(story=s.id)]
    kind = every[0].kind
    word = max((w for m in every[0].members for w in m.source.split()), key=len)
    wanted = ConflictFilter(kind=kind.value, words=word)
    right = {
        c.id
        for c in every
        if c.kind is kind
        and any(
            word.casefold() in words.casefold()
            for words in (
                c.about,
                *(m.source for m in c.members),
                *(many.report(m.report).text[m.start : m.end] for m in c.members),
            )
        )
    }
    assert {p.conflict for p in listed.conflicts.entries(many, wanted, limit=1000)} == right
    assert listed.conflicts.entries(many, ConflictFilter(words="%")) == ()


def test_a_later_story_has_its_conflicts_first(many: Ledger) -> None:
    latest = [p.latest or "" for p in listed.conflicts.entries(many, ConflictFilter(), limit=1000)]
    assert latest == sorted(latest, reverse=True)

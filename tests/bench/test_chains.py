"""The measure of chains: links one to one by kind and characters, optional ones dropped."""

from __future__ import annotations

from bench.chains import GoldLink, Tally, compare, gold

from rashomon.records import Attribution, AttributionKind, Link, LinkKind, Span, Speaker

TEXT = "Lev said Ilona told him by phone: it fell."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def chain(*links: tuple[LinkKind, str]) -> Attribution:
    found = tuple(Link(kind, None, at(words).start, at(words).end) for kind, words in links)
    outlet = Link(LinkKind.OUTLET, None, None, None, hand=True)
    return Attribution(
        (), (), (at("it fell"),), AttributionKind.INDIRECT, 1, Speaker(None, ""), chain=(*found, outlet)
    )


WANTED = (
    GoldLink("speaker", at("Ilona")),
    GoldLink("addressee", at("him"), optional=True),
    GoldLink("channel", at("by phone")),
    GoldLink("reporter", at("Lev")),
)


def test_links_are_right_by_kind_and_characters() -> None:
    tally = Tally()
    found = chain((LinkKind.SPEAKER, "Ilona"), (LinkKind.CHANNEL, "phone"), (LinkKind.REPORTER, "Ilona"))
    compare(TEXT, WANTED, found, tally)
    assert dict(tally.right) == {"speaker": 1, "addressee": 0, "channel": 1, "reporter": 0, "outlet": 0}
    assert (tally.predicted.total(), tally.wanted.total()) == (3, 3)
    assert "missed reporter: 'Lev'" in tally.words
    assert "made up reporter: 'Ilona'" in tally.words


def test_an_optional_link_counts_neither_way_and_a_missed_saying_misses_all() -> None:
    tally = Tally()
    compare(TEXT, WANTED, chain((LinkKind.ADDRESSEE, "him")), tally)
    assert (tally.right["addressee"], tally.predicted["addressee"], tally.wanted["addressee"]) == (0, 0, 0)
    none = Tally()
    compare(TEXT, WANTED, None, none)
    assert (none.right.total(), none.predicted.total(), none.wanted.total()) == (0, 0, 3)


def test_the_gold_has_sixty_links_and_more_for_fifty_sayings() -> None:
    counted = [s for sayings in gold().values() for s in sayings if not s.optional]
    assert len(counted) == 50
    assert sum(len(s.links) for s in counted) >= 100

"""One kind for a name all through a report."""

from __future__ import annotations

import re

import pytest

from rashomon.reading.names.one_kind import with_one_kind
from rashomon.records import Mention, MentionKind

PERSON, BODY, PLACE = MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE


def kinds(text: str, name: str, *given: MentionKind, others: tuple[str, ...] = ()) -> list[MentionKind]:
    """The kinds of a name's mentions, which the model has given in order; ``others`` are persons besides."""
    found = [
        Mention(kind, m.start(), m.end(), 0.9)
        for kind, m in zip(given, re.finditer(rf"(?<!Oran ){name}", text), strict=True)
    ]
    found += [Mention(PERSON, text.index(o), text.index(o) + len(o), 0.9) for o in others]
    left = with_one_kind(text, sorted(found, key=lambda m: m.start))
    return [m.kind for m in left if text[m.start : m.end] == name]


@pytest.mark.parametrize(
    ("text", "name", "given", "kind"),
    [
        ("Lidva fell. In Lidva they wept; Lidva said no.", "Lidva", (PLACE, PLACE, PERSON), PLACE),
        ("The mill, Tarn Hydro, fell. Tarn Hydro said so.", "Tarn Hydro", (BODY, PERSON), BODY),
        (
            "Nordfall’s men fell. Nordfall, Nordfall and Nordfall.",
            "Nordfall",
            (PERSON, BODY, PERSON, BODY),
            BODY,
        ),
        ("Sinna, which makes tools, fell. Sinna said so.", "Sinna", (PERSON, PERSON), BODY),
        ("It rained. Sinna, which makes tools, fell.", "Sinna", (PERSON,), BODY),
        ("OSAFA said so. OSAFA press officer Ada Lund said no.", "OSAFA", (PERSON, PERSON), BODY),
        ("OSAFA said so. Its head is OSAFA's director.", "OSAFA", (PERSON, PERSON), BODY),
    ],
)
def test_what_is_no_person_elsewhere_is_none(
    text: str, name: str, given: tuple[MentionKind, ...], kind: MentionKind
) -> None:
    assert kinds(text, name, *given) == [kind] * len(given)


@pytest.mark.parametrize(
    ("text", "name", "given", "others"),
    [
        ("Kerr’s camp left. Kerr said so.", "Kerr", (BODY, PERSON), ()),
        ("Oran Kerr left. Kerr, Kerr and Kerr.", "Kerr", (PERSON, BODY, BODY), ("Oran Kerr",)),
        ("Mr Kerr left. Kerr and Kerr.", "Kerr", (PERSON, BODY, BODY), ()),
        ("Anna left. Anna and Anna.", "Anna", (PERSON, PLACE, PLACE), ()),
        ("They chose Kerr, which was odd. Kerr said so.", "Kerr", (PERSON, PERSON), ()),
        ("Kerr, which was odd, left with Oran Kerr.", "Kerr", (PERSON,), ("Oran Kerr",)),
        ("KERR official portraits hang there. Mr KERR left.", "KERR", (PERSON, PERSON), ()),
    ],
)
def test_who_is_named_in_full_or_by_a_title_stays_a_person(
    text: str, name: str, given: tuple[MentionKind, ...], others: tuple[str, ...]
) -> None:
    assert kinds(text, name, *given, others=others)[given.index(PERSON)] is PERSON


def test_what_a_dateline_begins_with_is_a_place() -> None:
    text = "SINNA, April 5 (MPA) - A nurse in SINNA wept."
    assert kinds(text, "SINNA", PERSON, PERSON) == [PLACE, PLACE]
    text = "Sinna Oulik, April 5 (MPA) - Sinna wept."
    assert kinds(text, "Sinna", PERSON, PERSON, others=("Sinna Oulik",)) == [PERSON, PERSON]
    text = "It rained. SINNA, on April 5, wept. Nobody told SINNA."
    assert kinds(text, "SINNA", PERSON, PERSON) == [PERSON, PERSON]


def with_company(text: str, *others: str) -> list[MentionKind]:
    """The kinds of *Tarn*, which stands alone behind a company's name."""
    company = text.index("Tarn Foods")
    found = [Mention(BODY, company, company + len("Tarn Foods"), 0.9)]
    found += [
        Mention(PERSON, m.start(), m.end(), 0.9) for m in re.finditer(r"(?<!Oran )Tarn(?! Foods)", text)
    ]
    found += [Mention(PERSON, text.index(o), text.index(o) + len(o), 0.9) for o in others]
    left = with_one_kind(text, sorted(found, key=lambda m: m.start))
    return [m.kind for m in left if text[m.start : m.end] == "Tarn"]


def test_a_company_s_first_word_is_the_company_unless_somebody_bears_it() -> None:
    assert with_company("Tarn Foods fell. A Tarn spokeswoman said no.") == [BODY]
    assert with_company("Tarn Foods fell. Mr. Oran Tarn left. Tarn said no.", "Oran Tarn") == [PERSON]
    assert with_company("Tarn Foods fell. Tarn said she was sorry.") == [PERSON]

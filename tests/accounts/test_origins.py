"""Where reports had things from, and how many independent origins that makes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.accounts.families import declared
from rashomon.accounts.figures.estimates import estimates
from rashomon.accounts.media import Media, agency_named
from rashomon.accounts.origins import Origins, origins
from rashomon.accounts.records import OriginKind
from rashomon.accounts.told import Told
from rashomon.records import AttributionKind, Passage, Voice
from tests.accounts.telling import Said, report, statement, told

DIRECT = AttributionKind.DIRECT


def of(story: Told) -> Origins:
    return origins(story, estimates(story))


def range_of(story: Told, subject: str = "s") -> tuple[int, int]:
    (found,) = [i for i in of(story).independence if i.subject == subject]
    return found.low, found.high


def letter(outlet: str, channel: str | None = "letter", words: str = "We shall stay.") -> tuple:  # type: ignore[type-arg]
    said = Said(words, "Ann Lee", "Ann Lee", "wrote", channel, kind=DIRECT)
    return report(outlet, f"Ann Lee wrote: “{words}”", [said])


def test_one_letter_in_two_reports_is_one_origin() -> None:
    gull, tide = letter("Gull"), letter("Tide")
    story = told(
        [gull, tide], [statement("s", "Ann Lee", (gull, "We shall stay."), (tide, "We shall stay."))]
    )
    assert range_of(story) == (1, 1)
    (origin,) = of(story).origins
    assert (origin.kind, origin.name) == (OriginKind.PUBLICATION, "Ann Lee")
    (independence,) = of(story).independence
    assert "Gull, Tide have it from one place" in independence.why[0]


def test_a_quotation_of_the_letter_is_from_the_letter_though_it_does_not_say_so() -> None:
    gull, tide = letter("Gull"), letter("Tide", channel=None)
    story = told(
        [gull, tide], [statement("s", "Ann Lee", (gull, "We shall stay."), (tide, "We shall stay."))]
    )
    assert range_of(story) == (1, 1)


@pytest.mark.parametrize(
    ("channel", "least_and_most"), [("debate", (1, 1)), ("article", (1, 1)), ("memo", (1, 2))]
)
def test_what_is_said_before_all_is_one_origin_and_a_memo_need_not_be(
    channel: str, least_and_most: tuple[int, int]
) -> None:
    gull, tide = letter("Gull", channel), letter("Tide", channel)
    made = [statement("s", "Ann Lee", (gull, "We shall stay."), (tide, "We shall stay."))]
    assert range_of(told([gull, tide], made)) == least_and_most


def test_where_nothing_tells_it_is_a_range() -> None:
    gull, tide = letter("Gull", channel=None), letter("Tide", channel=None)
    made = [statement("s", "Ann Lee", (gull, "We shall stay."), (tide, "We shall stay."))]
    assert range_of(told([gull, tide], made)) == (1, 2)
    assert range_of(told([gull, tide], made, owners={"gull": "Marsh", "tide": "Marsh"})) == (1, 1)
    families = {gull[0].id: "f", tide[0].id: "f"}
    assert range_of(told([gull, tide], made, families=families)) == (1, 1)


def test_two_interviews_are_two_origins() -> None:
    text = "Ann Lee told {0}: “We shall stay.”"
    pair = [
        report(
            o,
            text.format(o),
            [Said("We shall stay.", "Ann Lee", "Ann Lee", "told", addressee=o, kind=DIRECT)],
        )
        for o in ("Gull", "Tide")
    ]
    story = told(pair, [statement("s", "Ann Lee", (pair[0], "We shall stay."), (pair[1], "We shall stay."))])
    assert range_of(story) == (2, 2)
    assert {o.kind for o in of(story).origins} == {OriginKind.INTERVIEW}


def test_what_was_told_to_another_outlet_is_from_there() -> None:
    made = report(
        "Gull",
        "Ann Lee told CNN that they shall stay.",
        [Said("that they shall stay", "Ann Lee", "Ann Lee", "told", addressee="CNN")],
    )
    (origin,) = of(told([made], [statement("s", "Ann Lee", (made, "that they shall stay"))])).origins
    assert (origin.kind, origin.name) == (OriginKind.OUTLET, "CNN")


def test_an_outlet_that_is_cited_is_an_outlet_and_no_speaker_and_goes_under_one_name() -> None:
    words = "the lamp was out"
    cites = [
        report("Gull", f"AFP reported that {words}.", [Said(words, "AFP", "AFP", "reported")]),
        report(
            "Tide",
            f"Agence France-Presse said {words}, as all know.",
            [Said(words, "Agence France-Presse", "Agence France-Presse", "said")],
        ),
        report("Marsh", f"Le Monde wrote that {words}.", [Said(words, "Le Monde", "Le Monde", "wrote")]),
        report("Fen", f"NATO said that {words}.", [Said(words, "NATO", "NATO", "said")]),
    ]
    found = of(told(cites, [statement("s", None, *((c, words) for c in cites))]))
    assert {(o.kind, o.name) for o in found.origins} == {
        (OriginKind.AGENCY, "Agence France-Presse"),
        (OriginKind.OUTLET, "Le Monde"),
        (OriginKind.SPEAKER, "NATO"),
    }


def test_who_cites_an_outlet_has_it_from_that_outlets_own_report() -> None:
    words = "the lamp was out"
    own = report("Capital Times", f"A source said {words}.", [Said(words, None, "A source", "said")])
    cites = report(
        "Gull",
        f"The Capital Times quoted a source as saying that {words}.",
        [Said(words, "Capital Times", "The Capital Times", "quoted a source as saying")],
    )
    story = told([own, cites], [statement("s", None, (own, words), (cites, words))])
    assert range_of(story) == (1, 1)
    (independence,) = of(story).independence
    assert any("whose own report is here" in why for why in independence.why)


def test_who_cites_an_outlet_that_has_it_from_an_agency_has_it_from_the_agency() -> None:
    words = "the lamp was out"
    own = report("Capital Times", f"AP reported that {words}.", [Said(words, "AP", "AP", "reported")])
    cites = report(
        "Gull",
        f"The Capital Times said {words}.",
        [Said(words, "Capital Times", "The Capital Times", "said")],
    )
    assert range_of(told([own, cites], [statement("s", None, (own, words), (cites, words))])) == (1, 1)


def test_initials_in_a_dateline_are_the_agency_that_another_reports_byline_names() -> None:
    words = "The quay was closed"
    dateline = report(
        "Gull", f"HARBOUR, April 5 (MPA) - {words}, officials said.", [Said(words, None, "officials", "said")]
    )
    by, reading = report("Tide", f"{words}, officials said today.", [Said(words, None, "officials", "said")])
    byline = (replace(by, authors=("Tor Brandt, Meridian Press Agency",)), reading)
    story = told([dateline, byline], [statement("s", None, (dateline, words), (byline, words))])
    assert range_of(story) == (1, 1)
    assert {o.name for o in of(story).origins} == {"Meridian Press Agency"}


def test_a_byline_credits_an_agency_though_it_is_no_author() -> None:
    words = "The quay was closed"
    head = "By Tor Brandt, Meridian Press Agency"
    pair = []
    for outlet, end in (("Gull", ""), ("Tide", " More.")):
        made, reading = report(
            outlet, f"{head}\n{words}, officials said.{end}", [Said(words, None, "officials", "said")]
        )
        places = (Passage(Voice.BYLINE, 0, len(head)), Passage(Voice.BODY, len(head) + 1, len(made.text)))
        pair.append((replace(made, passages=places), reading))
    story = told(pair, [statement("s", None, (pair[0], words), (pair[1], words))])
    assert range_of(story) == (1, 1)
    (origin,) = of(story).origins
    assert (origin.kind, origin.name) == (OriginKind.AGENCY, "Meridian Press Agency")


@pytest.mark.parametrize(
    ("end", "credited"),
    [
        ("\n— with agency reports", True),
        ("\n(With inputs from agencies)", True),
        (" She works with agencies abroad.", False),
        ("\nHe spoke with agency staff.", False),
    ],
)
def test_a_line_that_credits_agencies_is_one(end: str, credited: bool) -> None:
    made, reading = report("Gull", f"The quay was closed.{end}")
    assert (Media(told([(made, reading)])).agency(made) is not None) is credited


def test_an_agency_is_the_origin_of_what_its_copies_have() -> None:
    text = "HARBOUR, April 5 (Reuters) - The quay was closed, officials said."
    pair = [
        report(o, text + end, [Said("The quay was closed", None, "officials", "said")])
        for o, end in (("Gull", ""), ("Tide", " More."))
    ]
    story = told(
        pair, [statement("s", None, (pair[0], "The quay was closed"), (pair[1], "The quay was closed"))]
    )
    assert range_of(story) == (1, 1)
    (origin,) = of(story).origins
    assert (origin.kind, origin.name) == (OriginKind.AGENCY, "Reuters")


def test_who_gives_anothers_words_is_where_the_report_has_them_from() -> None:
    made = report(
        "Gull",
        "Bo Reyes said Ann Lee told him the lamp was out.",
        [
            Said("Ann Lee told him the lamp was out", "Bo Reyes", "Bo Reyes", "said"),
            Said("the lamp was out", "Ann Lee", "Ann Lee", "told", inside=0),
        ],
    )
    found = of(told([made], [statement("s", "Ann Lee", (made, "the lamp was out"))]))
    (origin,) = found.origins
    assert (origin.kind, origin.name) == (OriginKind.PERSON, "Bo Reyes")


def test_a_figure_of_unnamed_reports_alone_has_at_most_one_origin_and_names_nobody() -> None:
    made = report(
        "Gull",
        "Reports say 300 sailors were killed.",
        [Said("300 sailors were killed", None, "Reports", "say")],
    )
    story = told([made])
    (estimate,) = estimates(story)
    assert (estimate.low, estimate.high, estimate.event) == (300, 300, "killed")
    found = of(story)
    (origin,) = found.origins
    assert (origin.kind, origin.name) == (OriginKind.UNNAMED, "“Reports”")
    (carrying,) = found.carryings
    assert not carrying.certain
    assert (found.independence[0].low, found.independence[0].high) == (1, 1)


def test_families_are_declared_in_toml() -> None:
    assert declared('[[family]]\nname = "Marsh"\noutlets = ["Gull", "Tide"]') == {
        "Gull": "Marsh",
        "Tide": "Marsh",
    }


@pytest.mark.parametrize(
    ("toml", "fault"),
    [
        ("family = 1 = 2", "not TOML"),
        ("", "no \\[\\[family\\]\\]"),
        ('[[family]]\noutlets = ["Gull"]', "has no name"),
        ('[[family]]\nname = "Marsh"\noutlets = "Gull"', "needs outlets"),
        ('[[family]]\nname = "A"\noutlets = ["G"]\n[[family]]\nname = "B"\noutlets = ["G"]', "declared in"),
    ],
)
def test_what_is_no_declaration_is_told_in_words(toml: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        declared(toml)


def test_a_quotation_is_of_the_letter_as_a_whole_where_one_statement_of_it_is() -> None:
    words = "We shall stay. Our boats are old."
    gull = letter("Gull")
    tide, moor = letter("Tide", channel=None, words=words), letter("Moor", channel=None, words=words)
    made = [
        statement("s", "Ann Lee", *((r, "We shall stay.") for r in (gull, tide, moor))),
        statement("t", "Ann Lee", *((r, "Our boats are old.") for r in (tide, moor))),
    ]
    assert range_of(told([gull, tide, moor], made), "t") == (1, 1)
    # Where she said no word of it in a letter, nothing tells.
    assert range_of(told([tide, moor], made[1:]), "t") == (1, 2)
    # What she told one outlet is not of the letter, though she says there what stands in it too.
    said = Said(words, "Ann Lee", "Ann Lee", "told", addressee="Moor", kind=DIRECT)
    moor = report("Moor", f"Ann Lee told Moor: “{words}”", [said])
    made = [
        statement("s", "Ann Lee", (gull, "We shall stay."), (moor, "We shall stay.")),
        statement("t", "Ann Lee", (moor, "Our boats are old.")),
    ]
    found = {c.subject: c for c in of(told([gull, moor], made)).carryings if c.report == moor[0].id}
    kinds = {o.id: o.kind for o in of(told([gull, moor], made)).origins}
    assert kinds[found["t"].origin] is OriginKind.INTERVIEW


def test_who_tells_what_she_wrote_has_it_from_her_letter() -> None:
    gull = letter("Gull")

    def handed_on(cue: str) -> tuple[int, int]:
        said = [
            Said(f"Ann Lee {cue} that they shall stay", "Bo Reyes", "Bo Reyes", "said"),
            Said("that they shall stay", "Ann Lee", "Ann Lee", cue, inside=0),
        ]
        tide = report("Tide", f"Bo Reyes said Ann Lee {cue} that they shall stay.", said)
        made = [statement("s", "Ann Lee", (gull, "We shall stay."), (tide, "that they shall stay"))]
        return range_of(told([gull, tide], made))

    assert handed_on("wrote") == (1, 1)
    assert handed_on("told him") == (2, 2)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Nine people died.", OriginKind.OWN, "Gull"),
        ("The Assembly's figure is nine dead.", OriginKind.SPEAKER, "The Assembly"),
        ("The mayor's figure is nine dead.", OriginKind.SPEAKER, "Mara Dunn"),
        ("The clinic's figure is nine dead.", OriginKind.UNNAMED, "“The clinic”"),
        ("Its toll of nine dead has not moved.", OriginKind.UNNAMED, "“Its”"),
    ],
)
def test_a_figure_is_had_from_whoever_is_told_to_give_it(text: str, kind: OriginKind, name: str) -> None:
    said = Said("that it was late", "Mara Dunn", "The mayor", "said")
    story = told([report("Gull", f"The mayor said that it was late. {text}", [said])])
    (origin,) = of(story).origins
    assert (origin.kind, origin.name) == (kind, name)


def test_a_credit_without_end_is_read_at_once() -> None:
    assert agency_named("A" * 200_000) is None
    assert agency_named("Aa " * 100_000) is None
    assert agency_named("Tor Brandt, Harbour Press Agency " + "Aa " * 100_000) == "Harbour Press Agency"


def _by_telephone(outlet: str, text: str, told_to: str) -> tuple:  # type: ignore[type-arg]
    said = Said("We have no lamps left", "Ann Lee", "Ann Lee", "told", "telephone", told_to, DIRECT)
    return report(outlet, f"{text}“We have no lamps left,” Ann Lee told {told_to} by telephone.", [said])


def test_what_was_told_to_an_agency_by_telephone_is_no_interview_of_whoever_reprints_it() -> None:
    lead = "Nine boats were lost.\n"
    gull = _by_telephone("Gull", f"LIDVA, May 6 (Harbour Wire) - {lead}", "Harbour Wire")
    tide = _by_telephone("Tide", f"(Harbour Wire) {lead}", "Harbour Wire")
    mail = _by_telephone("Mail", lead, "Harbour Wire")
    words = "We have no lamps left"
    story = told([gull, tide, mail], [statement("s", "Ann Lee", (gull, words), (tide, words), (mail, words))])
    assert range_of(story) == (1, 1)
    (origin,) = of(story).origins
    assert (origin.kind, origin.name) == (OriginKind.OUTLET, "Harbour Wire")


def test_what_was_told_to_somebody_unknown_is_nobodys_interview() -> None:
    gull = _by_telephone("Gull", "", "Kurt Lane")
    story = told([gull], [statement("s", "Ann Lee", (gull, "We have no lamps left"))])
    (origin,) = of(story).origins
    assert origin.kind is OriginKind.SPEAKER
    authored = replace(gull[0], authors=("Kurt Lane",)), gull[1]
    story = told([authored], [statement("s", "Ann Lee", (authored, "We have no lamps left"))])
    (origin,) = of(story).origins
    assert origin.kind is OriginKind.INTERVIEW


def test_a_bracket_that_opens_a_body_is_an_agency_only_where_one_is_known() -> None:
    gull, tide = (
        report("Gull", "(Updated) Nine boats were lost."),
        report("Tide", "(AP) Nine boats were lost."),
    )
    media = Media(told([gull, tide]))
    assert media.agency(gull[0]) is None
    assert media.agency(tide[0]) == ("Associated Press", "it opens with (AP)")


def test_two_figures_of_one_report_are_no_copies_of_one_another() -> None:
    text = "Four people died, the Guild said. At the weir, Mara Dunn said, four people died."
    said = [
        Said("Four people died", "Guild", "the Guild", "said"),
        Said("four people died", "Mara Dunn", "Mara Dunn", "said"),
    ]
    gull, tide = report("Gull", text, said), report("Tide", text, said)
    family = {pair[0].id: "one" for pair in (gull, tide)}
    found = of(told([gull, tide], families=family))
    (independence,) = found.independence
    assert (independence.reports, independence.low, independence.high) == (2, 2, 2)
    assert not [why for why in independence.why if "copies" in why]
    named = {o.id: o.name for o in found.origins}
    of_each = {
        pair[0].id: [named[c.origin] for c in found.carryings if c.report == pair[0].id]
        for pair in (gull, tide)
    }
    assert set(map(tuple, of_each.values())) == {("Guild", "Mara Dunn")}


def test_copies_that_two_outlets_give_in_their_own_words_are_told_as_copies() -> None:
    first, second = report("Gull", "Four people died."), report("Gull", "Four people died. More follows.")
    found = of(told([first, second], families={first[0].id: "one", second[0].id: "one"}))
    assert found.independence[0].why[0] == "two reports of Gull carry copies of one text"


@pytest.mark.parametrize(
    ("one", "other", "least_and_most"),
    [
        ("Assembly", "Delta Assembly", (1, 2)),
        ("Delta Assembly", "Northern Delta Assembly", (1, 2)),
        ("Orm Assembly", "Delta Assembly", (2, 2)),
        ("Orm", "Free Orm", (2, 2)),
        ("Dunn", "Mara Dunn", (2, 2)),
    ],
)
def test_a_body_by_part_of_anothers_name_may_be_that_other(
    one: str, other: str, least_and_most: tuple[int, int]
) -> None:
    made = [
        report(
            outlet, f"The {who} said four people died.", [Said("four people died", who, f"The {who}", "said")]
        )
        for outlet, who in (("Gull", one), ("Tide", other))
    ]
    (independence,) = of(told(made)).independence
    assert (independence.low, independence.high) == least_and_most
    doubt = [f"nothing tells whether {one} is {other}"] if least_and_most == (1, 2) else []
    assert list(independence.why) == doubt


def test_whom_an_agencys_text_cites_the_agency_has_a_figure_from() -> None:
    text = "HARBOUR, April 5 (Reuters) - Four people died. The toll is of the Guild: four people died, the Guild said."
    gull = report("Gull", text, [Said("four people died", "Guild", "the Guild", "said")])
    tide = report("Tide", "HARBOUR, April 5 (Reuters) - Four people died.")
    for made in ([gull], [gull, tide]):
        (independence,) = of(told(made)).independence
        assert (independence.low, independence.high) == (1, 1)
        assert "Gull: from agency Reuters, which has it from Guild" in independence.why
    (alone,) = of(told([tide])).independence
    assert (alone.low, alone.high) == (1, 1)


def test_an_agency_that_is_cited_is_not_had_from_the_one_that_cites_it() -> None:
    text = "HARBOUR, April 5 (Reuters) - Four people died. At the weir four people died, AFP said."
    gull = report("Gull", text, [Said("four people died", "AFP", "AFP", "said")])
    (independence,) = of(told([gull])).independence
    assert (independence.low, independence.high) == (1, 1)
    assert independence.why == ("Gull: from agency Reuters, which has it from agency Agence France-Presse",)

"""What an outlet left out that most others carry."""

from __future__ import annotations

from rashomon.accounts.omissions import omissions
from tests.accounts.telling import Said, report, statement, told


def test_what_most_others_carry_and_one_does_not_is_left_out() -> None:
    words = "We shall stay."
    carrying = [
        report(o, f"Ann Lee: “{words}” {o}", [Said(words, "Ann Lee")], published="2031-04-05") for o in "ABC"
    ]
    late = report("Late", "Nothing of it.", published="2031-04-06")
    early = report("Early", "Nothing yet.", published="2031-04-01")
    made = [statement("s", "Ann Lee", *((r, words) for r in carrying))]
    found = omissions(told([*carrying, late, early], made))
    assert [(o.report, o.carried, o.others) for o in found] == [(late[0].id, 3, 4)]
    owners = {"a": "one", "b": "one", "c": "one"}
    assert omissions(told([*carrying, late, early], made, owners=owners)) == ()


def test_an_undated_copy_of_an_older_text_leaves_nothing_out() -> None:
    words = "We shall stay."
    carrying = [
        report(o, f"Ann Lee: “{words}” {o}", [Said(words, "Ann Lee")], published="2031-04-05") for o in "ABC"
    ]
    wire = report("Wire", "Nothing yet.", published="2031-04-01")
    copy = report("Copy", "Nothing yet!", published=None)
    made = [statement("s", "Ann Lee", *((r, words) for r in carrying))]
    families = {wire[0].id: "f", copy[0].id: "f"}
    assert omissions(told([*carrying, wire, copy], made, families=families)) == ()
    assert [o.report for o in omissions(told([*carrying, copy], made))] == [copy[0].id]

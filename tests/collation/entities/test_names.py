"""Which names are alike, and how much: real names in the spellings that newspapers give them, and names that must not meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.collation.entities.names import (
    Likeness,
    body,
    likeness,
    likeness_of_bodies,
    meeting_places,
    person,
    surname_of,
)

SAME, SPELLING, INITIALS = Likeness.SAME, Likeness.SPELLING, Likeness.INITIALS
NEAR, MIDDLE, ORDER = Likeness.NEAR, Likeness.MIDDLE, Likeness.ORDER

PEOPLE = [
    ("Bernard-Henri Lévy", "Bernard Henri Levy", SAME),
    ("Bashar al-Assad", "Bashar Assad", SAME),
    ("Bashar Al Assad", "Bashar el-Assad", SAME),
    ("Kim Jong-un", "Kim Jong Un", SAME),
    ("Kim Jong-un", "Kim Jongun", SAME),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", SAME),
    ("Lech Wałęsa", "Lech Walesa", SAME),
    ("J.K. Rowling", "JK Rowling", SAME),
    ("Charles de Gaulle", "Charles De Gaulle", SAME),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy", SPELLING),
    ("Volodymyr Zelenskiy", "Volodymyr Zelenskyj", SPELLING),
    ("Ahmad Massoud", "Ahmad Masoud", SPELLING),
    ("Ahmad Massoud", "Ahmad Mas'ud", SPELLING),
    ("Ahmad Massoud", "Ahmed Masood", SPELLING),
    ("Mohammed Dahlan", "Muhammad Dahlan", SPELLING),
    ("Mohamed Dahlan", "Mohammad Dahlan", SPELLING),
    ("Ali Mohammed", "Ali Muhammad", SPELLING),
    ("Muammar Qaddafi", "Muammar Gaddafi", SPELLING),
    ("Muammar Qaddafi", "Moammar Kadhafi", SPELLING),
    ("Ali Khamenei", "Ali Khamanei", SPELLING),
    ("Alexei Navalny", "Alexey Navalniy", SPELLING),
    ("Aleksei Navalny", "Alexei Navalny", SPELLING),
    ("Dmitriy Medvedev", "Dimitri Medvedev", SPELLING),
    ("Yevgeny Prigozhin", "Evgeny Prigozhin", SPELLING),
    ("Nikita Khrushchev", "Nikita Khruschev", SPELLING),
    ("Fyodor Dostoevsky", "Fyodor Dostoyevsky", SPELLING),
    ("Abdul Rahman Dostum", "Abdurrahman Dostum", SPELLING),
    ("Abdel Fattah el-Sisi", "Abdul Fatah al-Sisi", SPELLING),
    ("Osama bin Laden", "Usama bin Ladin", SPELLING),
    ("Ayman al-Zawahiri", "Ayman Zawaheri", SPELLING),
    ("Hassan Rouhani", "Hasan Rohani", SPELLING),
    ("Gerhard Schröder", "Gerhard Schroeder", SPELLING),
    ("George W. Bush", "George Bush", INITIALS),
    ("George H.W. Bush", "George Bush", INITIALS),
    ("John F. Kennedy", "John Fitzgerald Kennedy", INITIALS),
    ("J. Kerr", "Jan Kerr", INITIALS),
    ("Marion Kerr", "Marian Kerr", NEAR),
    ("Karin Holm", "Karen Holm", NEAR),
    ("John Gray", "John Grey", NEAR),
    ("Jane Harman", "Jane Herman", NEAR),
    ("Jon Stewart", "John Stewart", NEAR),
    ("Ellen Smith", "Allan Smith", NEAR),
    ("Peter de Vries", "Peter Vries", NEAR),
    ("Ahmad Massoud", "Ahmad Shah Massoud", MIDDLE),
    ("Hillary Clinton", "Hillary Rodham Clinton", MIDDLE),
    ("Kim Jong-un", "Jong-un Kim", ORDER),
    ("Viktor Orbán", "Orbán Viktor", ORDER),
    ("George W. Bush", "George H. W. Bush", None),
    ("Ivan Ivanov", "Ivan Ivanova", None),
    ("Kim Jong-un", "Kim Jong-il", None),
    ("Ali Khamenei", "Ali Khomeini", None),
    ("Donald Trump", "Donald Trump Jr.", None),
    ("Paul Simon", "Paula Simon", None),
    ("Maria Silva", "Mario Silva", None),
    ("Daniele Conti", "Daniela Conti", None),
    ("Hassan Ali", "Hussein Ali", None),
    ("Ilona Varesh", "Tomas Varesh", None),
    ("Ilona Varesh", "Ilona", None),
]  # fmt: skip

BODIES = [
    ("House GOP", "the House Republicans", SAME),
    ("Senate Dems", "Senate Democrats", SAME),
    ("House GOP", "House Democrats", None),
    ("the World Health Organisation", "World Health Organization", SAME),
    ("Labour Party", "Labor Party", SAME),
    ("N.R.F.", "NRF", SAME),
    ("U.S. Senate", "US Senate", SAME),
    ("Al-Qaeda", "al Qaeda", SAME),
    ("Delta Assembly", "Delta Asembly", SPELLING),
    ("Al-Qaeda", "al-Qaida", NEAR),
    ("Hezbollah", "Hizbullah", NEAR),
    ("ISIS", "ISIL", None),
    ("Delta Assembly", "Delta Assemblies", None),
    ("Interior Ministry", "Interior Minister", None),
]  # fmt: skip

SURNAMES = [
    ("de Gaulle", "Charles de Gaulle", SAME),
    ("Gaulle", "Charles de Gaulle", SAME),
    ("Assad", "Bashar al-Assad", SAME),
    ("Zelenskiy", "Volodymyr Zelensky", SPELLING),
    ("Gaddafi", "Muammar Qaddafi", SPELLING),
    ("Gray", "John Grey", NEAR),
    ("Van Jones", "Paula Jones", None),
    ("Volodymyr", "Volodymyr Zelensky", None),
    ("Ivanova", "Ivan Ivanov", None),
]


@pytest.mark.parametrize(("one", "other", "alike"), PEOPLE)
def test_names_of_people(one: str, other: str, alike: Likeness | None) -> None:
    assert likeness(person(one), person(other)) is alike
    if alike:
        assert set(meeting_places(person(one))) & set(meeting_places(person(other)))


@pytest.mark.parametrize(("one", "other", "alike"), BODIES)
def test_names_of_organisations(one: str, other: str, alike: Likeness | None) -> None:
    assert likeness_of_bodies(body(one), body(other)) is alike


@pytest.mark.parametrize(("bare", "full", "alike"), SURNAMES)
def test_bare_surnames(bare: str, full: str, alike: Likeness | None) -> None:
    assert surname_of(person(bare), person(full)) is alike


written = st.text(st.sampled_from("aeiouhkqgvdzsltnyjAKM'’-. éß") | st.characters(), max_size=24)


@given(written, written)
def test_likeness_is_symmetric(one: str, other: str) -> None:
    assert likeness(person(one), person(other)) is likeness(person(other), person(one))
    assert likeness_of_bodies(body(one), body(other)) is likeness_of_bodies(body(other), body(one))


@given(written)
def test_every_name_is_like_itself(name: str) -> None:
    if person(name).words:
        assert likeness(person(name), person(name)) is SAME

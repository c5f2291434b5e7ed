"""Adjectives of countries and whose they are: ``Russian`` → ``Russia``. Those that only add to the country's name, as *Iranian*
does, are told without a list wherever the report names the country.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from rashomon.records import Span

_COUNTRIES = """
    Afghan Afghanistan, Albanian Albania, Algerian Algeria, American US, Angolan Angola, Argentine Argentina, Argentinian
    Argentina, Armenian Armenia, Australian Australia, Austrian Austria, Azerbaijani Azerbaijan, Azeri Azerbaijan, Bahraini
    Bahrain, Bangladeshi Bangladesh, Belarusian Belarus, Belgian Belgium, Beninese Benin, Bolivian Bolivia, Bosnian Bosnia,
    Brazilian Brazil, British Britain, Bulgarian Bulgaria, Burkinabe Burkina-Faso, Burmese Myanmar, Burundian Burundi,
    Cambodian Cambodia, Cameroonian Cameroon, Canadian Canada, Chadian Chad, Chilean Chile, Chinese China, Colombian
    Colombia, Congolese Congo, Croatian Croatia, Cuban Cuba, Cypriot Cyprus, Czech Czech-Republic, Danish Denmark, Dutch
    Netherlands, Ecuadorian Ecuador, Egyptian Egypt, Emirati UAE, Eritrean Eritrea, Estonian Estonia, Ethiopian Ethiopia,
    Filipino Philippines, Philippine Philippines, Finnish Finland, French France, Gabonese Gabon, Gambian Gambia, Georgian
    Georgia, German Germany, Ghanaian Ghana, Greek Greece, Guatemalan Guatemala, Guinean Guinea, Haitian Haiti, Honduran
    Honduras, Hungarian Hungary, Icelandic Iceland, Indian India, Indonesian Indonesia, Iranian Iran, Iraqi Iraq, Irish
    Ireland, Israeli Israel, Italian Italy, Ivorian Ivory-Coast, Jamaican Jamaica, Japanese Japan, Jordanian Jordan, Kazakh
    Kazakhstan, Kenyan Kenya, Kosovar Kosovo, Kuwaiti Kuwait, Kyrgyz Kyrgyzstan, Laotian Laos, Latvian Latvia, Lebanese
    Lebanon, Liberian Liberia, Libyan Libya, Lithuanian Lithuania, Macedonian Macedonia, Malawian Malawi, Malaysian
    Malaysia, Malian Mali, Maltese Malta, Mauritanian Mauritania, Mexican Mexico, Moldovan Moldova, Mongolian Mongolia,
    Montenegrin Montenegro, Moroccan Morocco, Mozambican Mozambique, Namibian Namibia, Nepalese Nepal, Nepali Nepal,
    Nicaraguan Nicaragua, Nigerian Nigeria, Nigerien Niger, Norwegian Norway, Omani Oman, Pakistani Pakistan, Palestinian
    Palestine, Panamanian Panama, Paraguayan Paraguay, Peruvian Peru, Polish Poland, Portuguese Portugal, Qatari Qatar,
    Romanian Romania, Russian Russia, Rwandan Rwanda, Salvadoran El-Salvador, Saudi Saudi-Arabia, Scottish Scotland,
    Senegalese Senegal, Serbian Serbia, Singaporean Singapore, Slovak Slovakia, Slovenian Slovenia, Somali Somalia, Spanish
    Spain, Sudanese Sudan, Swedish Sweden, Swiss Switzerland, Syrian Syria, Taiwanese Taiwan, Tajik Tajikistan, Tanzanian
    Tanzania, Thai Thailand, Tunisian Tunisia, Turkish Turkey, Turkmen Turkmenistan, Ugandan Uganda, Ukrainian Ukraine,
    Uruguayan Uruguay, Uzbek Uzbekistan, Venezuelan Venezuela, Vietnamese Vietnam, Welsh Wales, Yemeni Yemen, Zambian
    Zambia, Zimbabwean Zimbabwe
"""

COUNTRY = {
    adjective: country.replace("-", " ")
    for adjective, country in (pair.split() for pair in _COUNTRIES.split(","))
}
"""The country of each adjective."""

ONE_OF_A_PEOPLE = frozenset(
    """
    Arab Argentine Basque Briton Catalan Croat Cypriot Czech Dane Dutchman Dutchwoman Englishman Englishwoman Finn Frenchman
    Frenchwoman Icelander Irishman Irishwoman Kurd Pole Scot Scotsman Serb Slovak Slovene Spaniard Swede Turk Welshman
    """.split()
)
"""Nouns for somebody from there."""
_FOLLOWERS = re.compile(r"[A-ZÀ-Þ](?![a-z]*waites?)[a-zà-þ]{3,}ites?")
"""Nouns for those who follow somebody: *the Palmerites*; *the Whites* and *the Braithwaites* are families."""
_BEFORE_NOUN = re.compile(r"\b(?:the|an?|one|another|young|old)\s+\Z", re.I)

COUNTRIES = frozenset(COUNTRY.values())

ENDINGS = ("an", "ian", "n", "ean", "ish", "ese", "i", "ic")
"""What an adjective adds to the name of a place."""
_SHORTEST = 4
"""Letters of a place's name to which an adjective may only add."""


def is_one_of_a_people(text: str, name: Span) -> bool:
    """Whether what was taken for a name is a noun for somebody from there.

    >>> is_one_of_a_people("the Swede said", Span(4, 9)), is_one_of_a_people("Otto Finn", Span(5, 9))
    (True, False)
    >>> [is_one_of_a_people(f"young {name} said", Span(6, 6 + len(name))) for name in ("Kerrite", "White", "Braithwaite")]
    [True, False, False]
    """
    before = _BEFORE_NOUN.search(text, max(0, name.start - 12), name.start)
    word = text[name.start : name.end]
    return before is not None and (word in ONE_OF_A_PEOPLE or _FOLLOWERS.fullmatch(word) is not None)


def country(adjective: str, places: frozenset[str]) -> str | None:
    """Whose adjective it is: a country's, or, of the ``places`` that the report names, the one that it only adds to.

    >>> country("Turkish", frozenset()), country("Tesseran", frozenset({"Tessera"})), country("Supreme", frozenset({"Sup"}))
    ('Turkey', 'Tessera', None)
    """
    if (known := COUNTRY.get(adjective)) is not None:
        return known
    begun = _by_beginning(places)
    stems = (adjective.removesuffix(e) for e in ENDINGS if adjective.endswith(e))
    fits = {place for stem in stems for place in begun.get(stem, ())}
    return fits.pop() if len(fits) == 1 else None


@lru_cache(maxsize=16)
def _by_beginning(places: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """Places by what an adjective leaves of them: the name, or all of it but the last letter."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for place in places:
        if len(place) >= _SHORTEST:
            found[place].append(place)
            found[place[:-1]].append(place)
    return dict(found)

"""Which texts are told to be in another language than English, and which are not."""

from __future__ import annotations

import pytest

from rashomon.reports.language import english, foreign

FOREIGN = {
    "German": "Der Minister sagte am Montag, dass die Brücke sicher sei. Wir bleiben hier, bis die Schleuse offen ist, und nach"
    " dem Angriff auf das Tor wurde niemand verletzt, sagte sie der Zeitung.",
    "French": "Le ministre a déclaré lundi que le pont était sûr et que les habitants pouvaient rentrer dans la ville. Selon la"
    " police, trois personnes sont mortes et douze ont été blessées.",
    "Spanish": "El ministro dijo el lunes que el puente era seguro y que los vecinos podían volver a la ciudad. Según la"
    " policía, tres personas murieron y doce resultaron heridas en el ataque.",
    "Dutch": "De minister zei maandag dat de brug veilig was en dat de bewoners terug naar de stad konden. Volgens de politie"
    " zijn drie mensen gedood en twaalf gewond bij de aanval op de brug.",
    "Turkish": "Bakan pazartesi günü köprünün güvenli olduğunu ve halkın şehre dönebileceğini söyledi. Polise göre üç kişi öldü"
    " ve on iki kişi de yaralandı, ancak bu sayı daha da artabilir.",
    "Cyrillic letters": "Министр заявил в понедельник, что мост безопасен и жители могут вернуться в город.",
    "Japanese letters": "大臣は月曜日に橋は安全であり住民は町に戻ることができると述べた。警察によると、三人が死亡した。",
    "Arabic letters": "قال الوزير يوم الاثنين إن الجسر آمن وإن السكان يمكنهم العودة إلى المدينة",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_a_text_in_another_language_is_told(language: str) -> None:
    assert foreign(FOREIGN[language]) == language
    assert not english(FOREIGN[language])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bridge shut.",
        "Nein.",
        # Too short to tell: a line that stands alone.
        "Der Minister ist nicht hier.",
        # Names of another language, in English.
        "Die Welt, Das Erste and Der Spiegel quoted the minister. La Nación and El Mundo said the same of the bridge at Oltra"
        " and of those who built it, as Le Monde had on Monday.",
        # A table: hardly any common word of any language.
        "Oltra 3 Harn 1\nLidva 0 Kest 0\nTessera 2 Osmer 2\nGimli 1 Stellan 4\nBrennick 5 Quellmar 1\nBost 2 Varesh 2\n"
        * 4,
        "MILL FIRE DEATH TOLL RISES OFFICIALS WARN DAM RISK RIVER OLTRA FLOOD RELIEF CAMPS OPEN SCHOOLS SHUT ROADS CLOSED POLICE"
        " APPEAL WITNESSES COME FORWARD",
        # English that quotes at length.
        "“Der Fluss ist nicht mehr da, und die Brücke auch nicht”, the poem that the mayor read on Monday begins, and it ends"
        " with the words that everybody in the town knows by heart: that they will build it again, stone by stone.",
    ],
)
def test_english_and_what_is_too_short_or_too_odd_to_tell_is_not_called_foreign(text: str) -> None:
    assert foreign(text) is None

"""The encoding is found, never assumed."""

from __future__ import annotations

import codecs

import pytest

from rashomon.reports.decode import UnreadableError, decode

ENGLISH = "“We had no water at all,” said the mayor – and nobody’s café was spared…\r\nIt burned."
CZECH = (  # long enough to tell Czech from Baltic letters
    "Starý mlýn v Oltře vyhořel v pondělí večer, řekl starosta. Čerpadla města stála přes hodinu, žádná voda nebyla."
    " Nikdo nebyl zraněn. Rada města popírá, že by kdy dostala dopis, ve kterém starosta žádal o nová čerpadla."
    " Mlýn byl postaven v roce 1871 a od povodně stál prázdný; jeho majitel žije v zahraničí."
)
RUSSIAN = (
    "Старая мельница в Ольтре сгорела в понедельник вечером, сообщил мэр города. Насосы стояли больше часа."
)
JAPANESE = "月曜日の夜、オルトラの古い水車小屋が全焼した。市長は、ポンプが一時間以上止まっていたと述べた。誰も怪我をしなかった。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "cp1252"),
        (CZECH, "utf-8"),
        (CZECH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
    ],
)
def test_each_encoding_is_found(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_dropped(mark: bytes, encoding: str) -> None:
    assert decode(mark + RUSSIAN.encode(encoding)) == RUSSIAN


def test_a_text_with_typographic_signs_only_is_windows_1252() -> None:
    assert decode(b"\x93Yes\x94 \x96 he said") == "“Yes” – he said"


@pytest.mark.parametrize(
    "name",
    [
        "Søren Lüders",
        "Åse Brønn",
        "René Castelló",
        "Þorvald Vík",
        "Inês Mação",
        "Íñigo Núñez",
        "Zoé Naïéda",
        "Conceição Sá",
    ],
)
def test_a_name_in_an_english_text_is_windows_1252(name: str) -> None:
    text = f"{name}, who kept the lock, told the court on Monday that nobody had asked about the gate. " + (
        "The water had stood at the sill since Friday, the court was told, and the two men on duty had gone home before dark. "
        "The harbour office says that it was not called, and that its boats lay at the quay with their engines cold all night."
    )
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(("name", "encoding"), [("Зоя Кузнецова", "cp1251"), ("Λουκάς", "cp1253")])
def test_a_name_in_other_letters_is_none_of_windows_1252(name: str, encoding: str) -> None:
    text = f"{name}, who kept the lock, told the court on Monday that nobody had asked about the gate. {name} left."
    assert decode(text.encode(encoding)) != text.encode(encoding).decode("cp1252", "replace")


def test_a_cut_last_character_does_not_change_the_rest() -> None:
    cut = RUSSIAN[:-1].encode()[:-1]
    assert decode(cut) == RUSSIAN[:-2] + "\ufffd"


def test_a_stray_byte_in_utf_8_does_not_change_the_rest() -> None:
    assert decode(RUSSIAN.encode() + b" \xa0 " + RUSSIAN.encode()) == f"{RUSSIAN} \ufffd {RUSSIAN}"


def test_a_page_may_declare_its_encoding() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{"Ольтра"}</p></body></html>'
    assert "Ольтра" in decode(page.encode("cp1251"), html=True)
    latin = '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>caf\xe9 \x93x\x94'
    assert "café “x”" in decode(latin.encode("latin-1"), html=True)
    wrong = f'<meta charset="no-such-thing"><p>{ENGLISH}'
    assert ENGLISH in decode(wrong.encode("cp1252"), html=True)


def test_utf_8_is_believed_before_what_a_page_declares() -> None:
    assert "Ольтра" in decode('<meta charset="iso-8859-1"><p>Ольтра'.encode(), html=True)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"%PDF-1.4 x", "a PDF"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n<html><p>The mill burned.", "WARC"),
        (b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<p>It =3D", "MHTML"),
        (b"MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nVGhlIG1pbGw=", "e-mail"),
        (b"PK\x03\x04 x", "zip"),
        (b"The \0 mill", "NUL"),
        (b"\0" * 999, "NUL"),
        (bytes(i % 32 + 1 for i in range(500)), "binary"),
    ],
)
def test_binary_content_is_refused(content: bytes, fault: str) -> None:
    with pytest.raises(UnreadableError, match=fault):
        decode(content)


def test_a_few_nuls_are_dropped_from_pages_only() -> None:
    assert decode(b"<p>The \0mill" + b" x" * 200, html=True).startswith("<p>The mill")


@pytest.mark.parametrize(
    "letter",
    [
        b"From: Ann Lee\nMIME-Version: 1.0\nContent-Transfer-Encoding: 8bit\n\nThe mill burned.",
        b"Note: the mayor wrote to us.\n\nMIME-Version: 1.0 in base64, she said.",
        b"The mill burned. MIME-Version: 1.0, multipart/mixed.",
    ],
)
def test_a_letter_whose_text_stands_there_is_text(letter: bytes) -> None:
    assert decode(letter) == letter.decode()

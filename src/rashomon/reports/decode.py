"""Bytes to text: the encoding is found, never assumed."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes


class UnreadableError(ValueError):
    """A capture that gives no report: the fault, and what mends it, in words."""

    def __init__(self, fault: str, mend: str) -> None:
        super().__init__(fault)
        self.fault, self.mend = fault, mend


_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY_BEGINNINGS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, video or WebP file"),
    (b"ID3", "an MP3 file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"{\\rtf", "a rich text document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"WARC/", "a WARC archive of pages"),
)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z-]{0,40}: ?\S")
_PACKED = re.compile(rb"quoted-printable|base64|multipart/")
# The single- and multi-byte encodings that the web uses (WHATWG Encoding Standard), less the UTFs, which are tried
# before. Left to every encoding Python knows, charset-normalizer reads short texts as EBCDIC or DOS code pages.
_LEGACY = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "koi8_r", "koi8_u", "mac_roman", "mac_cyrillic"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "iso2022_jp", "euc_kr"),
]
# Quotation marks, dashes, ellipsis, no-break space and the like, at their places in Windows-1252. They stand at the
# same places in most Windows code pages, so a text with no other high bytes reads the same in each.
_SIGNS_1252 = bytes(
    [0x80, 0x82, 0x84, 0x85, *range(0x91, 0x98), 0x99, 0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB7, 0xBB]
)
_ASCII_LETTERS = [bytes([n]) for n in (*range(0x41, 0x5B), *range(0x61, 0x7B))]
_HIGH = b"[" + b"".join(rb"\x%02x" % n for n in range(0x80, 0x100) if n not in _SIGNS_1252) + b"]"
_IN_A_NAME = re.compile(
    b"(?<=[A-Za-z])" + _HIGH + b"{1,2}(?!" + _HIGH + b")|(?<!" + _HIGH + b")" + _HIGH + b"{1,2}(?=[A-Za-z])"
)
_ALPHABETS = tuple(
    map(frozenset, ("áéíóúüñ", "áâãàçéêíóôõúü", "àâæçéèêëîïôœùûüÿ", "äöüß", "åäöæøé", "áéíóúýðþæö", "äëéïöü"))
)
"""Of Spanish, Portuguese, French, German, the Nordic languages, Icelandic and Dutch: the letters that are not ASCII."""
_FEW = 50
"""Of so many letters one, at most, is not ASCII in English; of Polish one in fifteen. Set by that."""

_CONTROLS = re.compile(r"[\x01-\x08\x0b\x0e-\x1f\x7f]")
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]+)", re.I
)


def decode(content: bytes, *, html: bool = False) -> str:
    """The text that ``content`` holds, newlines untranslated, a byte order mark dropped.

    In order: a byte order mark; UTF-16 without one, known by where its NULs stand; UTF-8, forgiven a cut last character
    and stray bytes where nearly all the rest fits (each becomes U+FFFD); the encoding a page declares, where it
    fits; Windows-1252 where only its typographic signs occur (``\\x93Yes\\x94``), or a letter or two of names in a text that is
    otherwise ASCII (``S\\xf8ren``, ``N\\xfa\\xf1ez``), as English pages are written in hardly another; else charset-normalizer's
    best guess among the web's encodings. NULs are dropped from HTML, as the HTML standard does in text; text with a NUL is
    refused, for nothing tells what stood there.

    Raises :class:`UnreadableError` for binary content.
    """
    for beginning, kind in _BINARY_BEGINNINGS:
        if content.startswith(beginning):
            raise UnreadableError(f"this is {kind}, not text", "convert it to .txt or .html first")
    if _is_packed_mail(content):
        raise UnreadableError(
            "this is an e-mail, or a page saved in one file (MHTML), with its text packed",
            "save the e-mail as .eml or its text as .txt, or the page as .html",
        )
    text = _decoded(content, html)
    nuls = text.count("\0")
    # A hundredth: set by judgement. Damaged pages hold a few NULs; files that lost their content hold little else.
    if nuls > (len(text) / 100 if html else 0):
        raise UnreadableError(
            f"{nuls:,} of {len(text):,} characters {'is' if nuls == 1 else 'are'} NUL",
            "fetch it again: the file is binary or damaged",
        )
    text = text.replace("\0", "")
    # A fiftieth: text of any encoding has a few stray control characters at most, random bytes one in ten.
    if len(_CONTROLS.findall(text)) > len(text) / 50:
        raise UnreadableError("the content is binary, not text", "convert it to .txt or .html first")
    return text


def _decoded(content: bytes, html: bool) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            # A cut last character, or a stray byte, becomes U+FFFD: the mark leaves no doubt about the rest.
            return content[len(mark) :].decode(encoding, "replace")
    if wide := _wide(content):
        return content.decode(wide, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    patched = content.decode("utf-8", "replace")
    strays = patched.count("�")
    fitting = sum(c > "\x7f" for c in patched) - strays
    # Ten to one: a legacy text's high letters form valid UTF-8 by chance far more rarely than that.
    if fitting >= 10 * strays or (strays == 1 and patched.endswith("�") and fitting > 0):
        return patched
    if html and (declared := _DECLARED.search(content[:2048])):
        name = (declared.group(1) or declared.group(2)).decode("ascii")
        # Pages that declare Latin-1 are written in Windows-1252 (WHATWG Encoding Standard, "latin1" label).
        name = "cp1252" if name.lower() in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else name
        try:
            return content.decode(name)
        except (LookupError, UnicodeError):
            pass  # it declares what it is not; what follows finds out what it is
    high = content.translate(None, bytes(range(0x80)))
    if not high.translate(None, _SIGNS_1252):
        return content.decode("cp1252")
    if _is_english_in_1252(content):
        return content.decode("cp1252")
    if best := from_bytes(content, cp_isolation=_LEGACY).best():
        return str(best)
    raise UnreadableError(
        "the bytes are text in no known encoding", "save it as UTF-8, or convert it to .txt first"
    )


def _is_english_in_1252(content: bytes) -> bool:
    """Whether few letters of a text are not ASCII, each or two of one alphabet stand beside one that is, and all are letters in
    Windows-1252.

    Of *Søren* alone no statistics tell whether it is *Sřren* in Windows-1250.
    """
    found = _IN_A_NAME.findall(content)
    high = len(content.translate(None, bytes(range(0x80)) + _SIGNS_1252))
    if high != sum(map(len, found)) or high * _FEW > sum(map(content.count, _ASCII_LETTERS)):
        return False
    try:
        return all(_are_letters(letters.decode("cp1252")) for letters in found)
    except UnicodeDecodeError:
        return False


def _are_letters(letters: str) -> bool:
    """Whether one letter is one, or two that touch are of one western alphabet: *úñ*, not *øá*, which is *řá* in Windows-1250."""
    if len(letters) == 1:
        return letters.isalpha()
    return any(alphabet.issuperset(letters.lower()) for alphabet in _ALPHABETS)


def _is_packed_mail(content: bytes) -> bool:
    """Whether this is a message (RFC 5322, MIME) whose text stands there encoded, or in several parts, by its header."""
    if not _HEADER.match(content):
        return False
    header = content[:8192].replace(b"\r\n", b"\n").partition(b"\n\n")[0].lower()
    return b"\nmime-version:" in b"\n" + header and _PACKED.search(header) is not None


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: Latin text has a NUL in every other place, and in that place only."""
    even, odd = content[0:4096:2].count(0), content[1:4096:2].count(0)
    half = max(1, min(len(content), 4096) // 2)
    # 0.4 leaves room for typographic signs and names in other scripts among Latin letters.
    if odd / half > 0.4 and even / half < 0.01:
        return "utf-16-le"
    if even / half > 0.4 and odd / half < 0.01:
        return "utf-16-be"
    return None

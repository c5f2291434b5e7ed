"""What stands in the text of an e-mail and is not what its sender says: what it quotes or forwards, how it greets and signs.

Mail programs lead to what they quote in the language of whoever uses them (*On 5 April 2031 at 9:00 Ann Lee wrote:*, *Am 5. April
2031 um 9:00 schrieb Ann Lee:*), and mark its lines by ``>`` or not at all; others set a block of a header's fields above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINE = re.compile(r"[^\r\n]+")
_QUOTES = re.compile(r"[ \t]*>(?!From )")
"""The mark of a quoted line; before *From* alone a mailbox sets it to what is not quoted (RFC 4155)."""
_OF_A_NUMBER = re.compile(r"[ \t]*> ?\d")
"""*> 40 people died*: more than forty, where nothing else is quoted."""

_LED = (
    (r"On", r"(?:wrote|writes)"),
    (r"Am", r"(?:schrieb\b.{0,100}|(?:hat\b.{0,100} )?geschrieben)"),
    (r"Le", r"a\s+écrit"),
    (r"El", r"escribió"),
    (r"(?:Em|A|No\s+dia)", r"escreveu"),
    (r"Il", r"ha\s+scritto"),
    (r"Op", r"(?:schreef\b.{0,100}|(?:heeft\b.{0,100} )?geschreven)"),
    (r"(?:Den|På)", r"(?:skrev\b.{0,100})"),
    (r"(?:W\s+dniu|Dnia)", r"(?:napisał(?:\(a\)|a)?|pisze)"),
    (r"(?:\d{1,2}[. ]|\d{4}-)", r"(?:пишет|писал|написал|пише|yazdı|kirjoitti|napisal)\w*(?:\(а\))?"),
)
_LEAD = re.compile(
    r"\s*(?:"
    + "|".join(rf"{first}(?:\b|(?<=[. -])).{{4,200}}?\b{last}" for first, last in _LED)
    + r"|[^<>\n]{2,100}<\S{1,100}@\S{1,100}>(?:\s+\w+)?)\s?:\s*",
    re.I,
)
"""A whole line, or two, that leads to what is quoted."""
_BEGINS_LEAD = re.compile(
    r"\s*(?:On|Am|Le|El|Em|A|No\s+dia|Il|Op|Den|På|W\s+dniu|Dnia)\b[^\r\n]{0,200}(?:[<@]|\d)", re.I
)
_DATED = re.compile(r"@|\d{1,2}[:.h]\d{2}\b|\b\d{4}\b")
"""What such a line has that a mail program wrote: an address, an hour, a year."""

_FORWARDED = (
    r"original\s+message|forwarded\s+message|ursprüngliche\s+nachricht|original-nachricht|weitergeleitete\s+nachricht"
    r"|message\s+d['’]origine|message\s+original|message\s+transféré|mensaje\s+original|mensaje\s+reenviado"
    r"|mensagem\s+original|messaggio\s+originale|messaggio\s+inoltrato|oorspronkelijk\s+bericht|doorgestuurd\s+bericht"
)
_LEADS_TO_ALL = re.compile(
    rf"\s*(?:-{{2,}}\s*(?:{_FORWARDED})\s*-{{2,}}|(?:begin\s+forwarded\s+message|anfang\s+der\s+weitergeleiteten\s+(?:e-?mail|nachricht)"
    r"|début\s+du\s+message\s+(?:réexpédié|transféré)|inicio\s+del\s+mensaje\s+reenviado)\s?:)\s*",
    re.I,
)
_RULE = re.compile(r"\s*_{20,}\s*")
_LIST_FOOT = re.compile(r".{0,80}\b(?:mailing\s+list|unsubscribe|list-?info)\b.{0,80}", re.I)

_FROM = re.compile(r"[\s*>]*(?:From|Von|De|Da|Van|Från|Fra|Od|От|Expéditeur)\s?:\*?[ \t]+\S", re.I)
_FIELD = re.compile(
    r"[\s*>]*(?P<name>Sent|To|Cc|Bcc|Date|Subject|Reply-To|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado|Enviada\s+em|Para|Asunto"
    r"|Assunto|Fecha|Data|Inviato|A|Oggetto|Verzonden|Aan|Onderwerp|Skickat|Till|Ämne|Sendt|Til|Emne|Wysłano|Do|Temat"
    r"|Отправлено|Кому|Тема|Дата)(?:\s+(?:am|el|le|il))?\s?:\*?(?:\s|$)",
    re.I,
)
_LEAST_FIELDS = 2
"""Fields of a header below its *From:*, for it to be one: *From:* and *Date:* alone may stand above a note in a report."""
_HEADER_LINES = 8

_MARKED = re.compile(r"-- |--\Z")
_SENT_FROM = re.compile(
    r"\s*(?:sent\s+from\s+(?:my\s+\w+|\w+\s+for\s+\w+|mail\s+for\s+\w+).{0,40}|get\s+outlook\s+for\s+\w+.{0,80}|von\s+meinem\s+\w+\s+gesendet"
    r"|envoyé\s+(?:de|depuis)\s+mon\s+\w+|enviado\s+desde\s+mi\s+\w+|inviato\s+da(?:l\s+mio)?\s+\w+|verstuurd\s+vanaf\s+mijn\s+\w+)\W*",
    re.I,
)
_DISCLAIMER = re.compile(
    r"\W*(?:this|the\s+information\s+in\s+this)\s+(?:e-?mail|message)\b.{0,120}\b(?:confidential|privileged|intended\s+(?:only|solely))\b.*",
    re.I,
)
_SALUTATION = re.compile(
    r"\s*(?:(?:dear|hello|hi|hey|greetings|sehr\s+geehrte\w*|liebe\w*|chers?|chère|bonjour|hola|estimad\w+)(?:\s+[^\s.!?:;]{1,30}){0,7}?"
    r"|good\s+(?:morning|afternoon|evening|day)(?:\s+[^\s.!?:;]{1,30}){0,4}?|to\s+whom\s+it\s+may\s+concern|ladies\s+and\s+gentlemen)"
    r"\s*[,:!;–—-]?\s*",
    re.I,
)
_SIGN_OFF = re.compile(
    r"\s*(?:(?:(?:with|and)\s+)?(?:(?:my|our)\s+)?(?:(?:very\s+)?(?:best|kind(?:est)?|warm(?:est)?|many)\s+)?(?:regards|wishes|thanks|greetings)(?:\s+again)?"
    r"|yours(?:\s+(?:sincerely|faithfully|truly|ever))?|(?:sincerely|respectfully|faithfully)(?:\s+yours)?|all\s+the\s+best|best|cheers|thank\s+you"
    r"|mit\s+(?:freundlichen|besten)\s+grüßen|mfg|cordialement|bien\s+à\s+vous|(?:un\s+)?saludos?|atentamente|cordiali\s+saluti"
    r"|met\s+vriendelijke\s+groet)(?P<more>\s*[,.!–—-]?\s*|\s*,\s+[^\s.!?][^!?\r\n]{0,100})",
    re.I,
)
_MOST_SIGNED = 10
"""Lines of a name, an office, a telephone number below it. Set by hand."""
_LONGEST_SIGNED = 90
_SENTENCE = re.compile(r"(?:\S+\s+){5,}\S*[a-z]{3}[.!?:][”\"’]?\s*")
_WORDS_BROKEN = 8
_LIST_ENTRY = re.compile(r"\s*(?:[-•*]|\d{1,2}[.)])\s")
_AFTERWORD = re.compile(r"\s*P\.?\s?P?\.?S\b", re.I)


def not_the_senders(text: str) -> list[tuple[int, int]]:
    """The lines of a message's text that are not what its sender says, by start and end, in text order.

    >>> text = "Dear editors,\\n\\nIt fell.\\n\\nKind regards,\\nAnn Lee\\n\\nAm 5. April 2031 schrieb Jan Kerr:\\n> Fiel sie?"
    >>> [text[start:end] for start, end in not_the_senders(text)]
    ['Dear editors,', 'Kind regards,', 'Ann Lee', 'Am 5. April 2031 schrieb Jan Kerr:', '> Fiel sie?']
    """
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if m.group().strip()]
    words = [text[start:end] for start, end in lines]
    out = _quoted(words)
    out |= _greetings(words, out)
    return [lines[n] for n in sorted(out)]


def _quoted(words: Sequence[str]) -> set[int]:
    """The numbers of the lines that are quoted, forwarded, or stand below the mark of a signature."""
    marked = [_QUOTES.match(line) is not None for line in words]
    alone = sum(marked) == 1
    out: set[int] = set()
    n = 0
    while n < len(words):
        leading = _leading(words, n)
        below = n + leading
        if marked[n]:
            if not (_OF_A_NUMBER.match(words[n]) and alone and not out):
                out.add(n)
        elif leading:
            out.update(range(n, below))
            quotes = below < len(words) and marked[below]
            if not quotes and (_LEADS_TO_ALL.fullmatch(words[n]) or _by_a_program(words[n:below])):
                return out | set(range(n, len(words)))
            if not quotes:
                out.difference_update(range(n, below))
        elif _heads_another(words, n) or _ends_it(words, n):
            return out | set(range(n, len(words)))
        n = max(below, n + 1)
    return out | _torn(words, out, marked)


def _leading(words: Sequence[str], n: int) -> int:
    """How many lines from line ``n`` on lead to what is quoted: one, or two, or none."""
    if _LEADS_TO_ALL.fullmatch(words[n]) or (len(words[n]) <= 320 and _LEAD.fullmatch(words[n])):
        return 1
    if (
        n + 1 < len(words)
        and len(words[n]) <= 220
        and len(words[n + 1]) <= 120
        and _BEGINS_LEAD.match(words[n])
    ):
        return 2 if _LEAD.fullmatch(f"{words[n]} {words[n + 1]}") else 0
    return 0


def _by_a_program(lead: Sequence[str]) -> bool:
    return len(_DATED.findall(" ".join(lead))) > 1


def _heads_another(words: Sequence[str], n: int) -> bool:
    """Whether the header of another message begins on line ``n``, or on the next below a rule."""
    if _RULE.fullmatch(words[n]):
        n += 1
        if n == len(words) or _LIST_FOOT.fullmatch(words[n]):
            return n < len(words)
    if _FROM.match(words[n]) is None:
        return False
    found = (_FIELD.match(line) for line in words[n + 1 : n + _HEADER_LINES])
    return len({m["name"].lower() for m in found if m is not None}) >= _LEAST_FIELDS


def _ends_it(words: Sequence[str], n: int) -> bool:
    """Whether nothing from line ``n`` on is the message's own: a signature's mark, what a telephone or a lawyer adds."""
    if _SENT_FROM.fullmatch(words[n]) or _DISCLAIMER.fullmatch(words[n]):
        return True
    if _MARKED.fullmatch(words[n]) is None:
        return False
    # Without the space that belongs to the mark it may be a rule between two parts of the text.
    return words[n].endswith(" ") or not any(len(line) > _LONGEST_SIGNED for line in words[n + 1 :])


def _torn(words: Sequence[str], out: set[int], marked: Sequence[bool]) -> set[int]:
    """Ends of quoted lines that a program broke once more, without their mark: short, in small letters, between marked ones."""
    return {
        n
        for n in range(1, len(words) - 1)
        if n not in out
        and marked[n - 1]
        and marked[n + 1]
        and n - 1 in out
        and words[n][:1].islower()
        and len(words[n]) < len(words[n - 1])
    }


def _greetings(words: Sequence[str], out: set[int]) -> set[int]:
    """The numbers of the lines that greet and sign, of those that are not in ``out``; a letter that follows keeps its own."""
    own = [n for n in range(len(words)) if n not in out]
    found: set[int] = set()
    if own and _SALUTATION.fullmatch(words[own[0]]):
        found.add(own[0])
    for at, n in enumerate(own[1:], 1):
        if _is_salutation(words[n]):
            break
        signed = _SIGN_OFF.fullmatch(words[n])
        if signed is None:
            continue
        below = own[at + 1 : at + 1 + _MOST_SIGNED]
        end = next((k for k, m in enumerate(below) if _is_text(words, m)), len(below))
        if end or signed["more"].strip(" ,.!–—-") or at == len(own) - 1:
            found.update((n, *below[:end]))
    return found


def _is_salutation(line: str) -> bool:
    return _SALUTATION.fullmatch(line) is not None and line.rstrip()[-1] in ",:"


def _is_text(words: Sequence[str], n: int) -> bool:
    """Whether a line is no line of a signature: long, a sentence, an afterword, or broken in the middle."""
    line = words[n]
    broken = len(line.split()) >= _WORDS_BROKEN and n + 1 < len(words) and words[n + 1][:1].islower()
    return (
        broken
        or len(line) > _LONGEST_SIGNED
        or _is_salutation(line)
        or any(p.match(line) for p in (_SENTENCE, _AFTERWORD, _LIST_ENTRY))
    )

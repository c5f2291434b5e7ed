"""Sources without a name: of what kind they are, and how the report explains that it does not name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.capitals import DOTTED
from rashomon.reading.circumstances.frames import Parts
from rashomon.reading.names.persons.people import plain
from rashomon.reading.text.around import sentence_around
from rashomon.reading.text.edges import Holders, holds
from rashomon.records import Circumstance, CircumstanceKind, SourceKind, Span

_KINDS: tuple[tuple[SourceKind, str], ...] = (
    (
        SourceKind.CLOSE,
        r"close to|familiar with|briefed on|with (?:direct )?knowledge|knowledge of|insiders?|(?:inner|tight) circle"
        r"|confidants?"
        r"|aides?|advis[eo]rs?|associates?|friends?|allies|ally|privy to|involved in|present at|in the room|who (?:was"
        r"|were) present"
        r"|colleagues?|staff(?:ers?)?|operatives?",
    ),
    (
        SourceKind.SPOKESPERSON,
        r"spokes(?:man|woman|men|women|person|persons|people)|press secretary|representatives? (?:for|of)",
    ),
    (
        SourceKind.REPORTS,
        r"(?:(?:media|news|local|press|published|several|some|other|earlier|unconfirmed|early|initial|more|recent|many|multiple"
        r"|various|numerous|previous|new) )*reports|reportedly|rumou?rs?|media|news (?:outlets|organi[sz]ations"
        r"|agencies)|newspapers?"
        r"|channels?|broadcasters?|outlets|the press|(?:news|wire|press) agency|accounts|headlines"
        r"|allegations|claims|revelations",
    ),
    (
        SourceKind.DOCUMENT,
        r"report|letters?|statements?|e-?mails?|documents?|memos?|memorandum|notes?|polls?|surveys?|stud(?:y|ies)|reviews?"
        r"|filings?|lawsuits?|suit|complaint|indictment|affidavit|article|stor(?:y|ies)|analysis|figures|data"
        r"|statistics|records?"
        r"|transcripts?|web ?sites?|posts?|tweets?|video|audio|recording|book|bulletin|law|bill|act|constitution"
        r"|amendment|rules?"
        r"|policy|resolution|platform|guidelines|treaty|deal|agreement|census|ads?|spot|advertisement|newsletter|press release"
        r"|news release|evidence|footage|research|tests?|map|photos?|images?|inscription|sign|poster|motion|order"
        r"|ruling|opinion|decision|verdict|minutes"
        r"|(?<=the )(?:plan|proposal|budget|petition)\Z|(?:log|diar(?:y|ies)|ledger)s?|log ?books?|communiqu[eé]s?|declarations?"
        r"|manifestos?",
    ),
    (
        SourceKind.EXPERT,
        r"experts?|analysts?|professors?|economists?|historians?|scientists?|researchers?|scholars?|strategists?|pollsters?"
        r"|observers|specialists?|academics?|engineers?|doctors?|physicians?|lawyers?|attorneys?"
        r"|(?:art|book|film|food|literary|music|theat(?:re|er)|television) critics?|forecasters?",
    ),
    (
        SourceKind.WITNESS,
        r"(?:eye-?)?witness(?:es)?|residents?|bystanders?|survivors?|villagers?|neighbou?rs?|passers-?by|onlookers?|locals"
        r"|relatives?|famil(?:y|ies)|refugees?|victims?|fisher(?:man|men)|farmers?|shopkeepers?|passengers?",
    ),
    (
        SourceKind.OFFICIAL,
        r"officials?|officers?|attorneys? general|authorities|ministers?|ministry|diplomats?|generals?|colonels?"
        r"|sergeants?|commanders?|police"
        r"|prosecutors?|judges?|court|senators?|lawmakers?|congress(?:man|woman|men)|governor|mayor|office|authority|government|military|army"
        r"|administration|department|agency|envoys?|ambassadors?|inspectors?|investigators?|deputy|secretary|president"
        r"|commission|(?:sub)?committee|panel|council|parliament|gendarmes?|troops|soldiers?|agents?",
    ),
    (SourceKind.SOURCES, r"sources?|informants?"),
)
"""Kinds by the words of a source: the last of them before a preposition decides, and of several there the first here."""

_PATTERNS = tuple((kind, re.compile(rf"\b(?:{words})\b", re.I)) for kind, words in _KINDS)
_TAIL = re.compile(
    r",| who\b| which\b| that\b|\(| (?:in|of|for|at|by|from|on|with|to|about|including|conducted|released|beneath|inside)\b"
)
_NEAR = re.compile(
    r"\b(?:close to|familiar with|briefed on|knowledge of|privy to|present at|in the room)\b", re.I
)


_SOME = re.compile(
    r"(?:They|We|You|It|I|Who|Some|Many|Most|Others?|Several|Few|Both|One|Two|Three|Four|All|Another|People|Men|Women|Those|These|Everyone|Everybody"
    r"|Someone|Somebody|No one|Nobody|Supporters|Opponents"
    r"|Critics|Members?|Activists?|Protesters?|Workers?|Students?|Voters?)(?: .*)?"
)
_PRONOUN = re.compile(r"(?:he|she)", re.I)
_NAME = re.compile(rf"(?:[Tt]he )?(?!The$){DOTTED}(?: (?:(?:of|for|the|and) )*{DOTTED})*")
_NAMED_BODY = re.compile(
    rf"(?:[Tt]he )?(?:{DOTTED} )+(?:\w+ )?(?:agency|newspaper|daily|television|radio|cent(?:er|re)|institute|website)"
)


def source_kind(text: str, f: Parts) -> SourceKind | None:
    """What kind of source an attribution has, by the head of its words; to be asked where its speaker is not known.

    ``None`` where it is named, though nothing tells who that is: *she*, a surname that several bear, *ISNA news agency*.
    """
    if not f.source:
        return SourceKind.NOT_EXPRESSED
    words = " ".join(text[f.source[0].start : f.source[0].end].split())
    if _NEAR.search(words):
        return SourceKind.CLOSE
    tail = _TAIL.search(words, 1)
    head = words[: tail.start()] if tail else words
    if _PRONOUN.fullmatch(head) or _NAMED_BODY.fullmatch(head):
        return None
    for part in (head, words.split(",")[0]):
        fits = [
            (-m.end(), n, kind) for n, (kind, pattern) in enumerate(_PATTERNS) for m in pattern.finditer(part)
        ]
        if fits:
            return min(fits)[2]
    return None if _NAME.fullmatch(head) and not _SOME.fullmatch(head) else SourceKind.PEOPLE


_ANONYMOUS = re.compile(
    r"\b(?:(?:up)?on (?:the )?condition of (?:strict )?anonymity|on condition (?:that )?(?:he|she|they) not be (?:named"
    r"|identified)"
    r"|(?:request(?:ed|ing|s)?|ask(?:ed|ing|s)? for) anonymity|insist(?:ed|ing|s)? on anonymity|(?:was|were"
    r"|been) granted anonymity|speaking anonymously"
    r"|spoke anonymously|on background|(?:asked|asking|asks|preferred|wished|wanted|wanting|chose|requested"
    r"|requesting) not to be"
    r" (?:named|identified|quoted by name)"
    r"|(?:declined|refused|declining|refusing|unwilling) to (?:be (?:named|identified)|give (?:his|her|their) (?:full )?names?)"
    r"|(?:did|does|do) not (?:want|wish) to be (?:named|identified)|not be identified|whose names? (?:is|are|was|were"
    r"|has been|have been)"
    r" (?:being )?withheld|would not give (?:his|her|their) names?|under (?:the )?cover of anonymity)",
    re.I,
)
_REASON = re.compile(
    r"\s*,?\s*(?P<reason>(?:because|since|citing|for fear|fearing|out of|to (?!me\b|us\b|the\b|a\b)\w+|as (?:he|she|they)"
    r"|due to|given|in order to)\b[^.;\n”\"]{3,200})",
    re.I,
)
_SAID = re.compile(r",\s+(?:said|says|told|added|described|noted|and said)\b")
_NOT_AUTHORISED = re.compile(
    r"\b(?:(?:was|were|is|are) not|not|weren[’']t|wasn[’']t|isn[’']t|aren[’']t|un)\s*-?(?:authori[sz]ed|permitted|allowed) to"
    r" (?:speak|talk|discuss|comment|brief|be quoted)[^.,;\n”\"]{0,120}",
    re.I,
)

SIGNS = {
    _ANONYMOUS: ("anonym", "identified", "name", "background"),
    _NOT_AUTHORISED: (" to speak", " to talk", " to discuss", " to comment", " to brief", " to be quoted"),
}
"""What stands wherever one of these matches: most sentences have none of it."""


def anonymity(text: str, f: Parts, sources: Holders, every: Sequence[Span]) -> Iterator[Circumstance]:
    """How the report explains that a source is not named, and the reason it gives: in the sentence of the source or the next.

    To be asked where the speaker is not known. ``sources`` are all sources of the report, and ``every`` their spans in text
    order: what stands in another's is about that, and so is what has another's between.
    """
    spans = (*f.source, *f.cue)
    if not f.source:
        return
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    start, end = sentence_around(text, first, last)
    stretches = [Span(start, end)]
    if end < len(text) and (line := text.find("\n", end)) != end:
        _, after = sentence_around(
            text, end + 1, min(len(text), end + 2), Span(end, line if line >= 0 else len(text))
        )
        stretches.append(Span(end, after))
    for n, stretch in enumerate(stretches):
        m = _about(_ANONYMOUS, text, stretch, f, sources, every)
        if m is None:
            found = _about(_NOT_AUTHORISED, text, stretch, f, sources, every)
            if found is None or n:
                continue
            stop = min((c.start for c in f.cue if c.start > found.start()), default=found.end())
            at = Span(found.start(), min(found.end(), stop))
            yield _told(CircumstanceKind.REASON, text, at, "beside the source")
            return
        if n and not _goes_on(text, stretch, m.start()):
            continue
        where = "beside the source" if not n else "in the sentence after"
        yield _told(CircumstanceKind.ANONYMITY, text, Span(*m.span()), where)
        # "…, who asked for anonymity to speak freely, said": the reason ends where the saying goes on.
        stop = min((c.start for c in f.cue if c.start >= m.end()), default=stretch.end)
        reason = _REASON.match(text, m.end(), min(stop, stretch.end))
        if reason is not None:
            said = _SAID.search(text, reason.start("reason"), reason.end())
            at = Span(reason.start("reason"), said.start() if said else reason.end())
            yield _told(CircumstanceKind.REASON, text, at, "after it")
        elif (found := _about(_NOT_AUTHORISED, text, stretch, f, sources, every)) is not None:
            yield _told(CircumstanceKind.REASON, text, Span(*found.span()), where)
        return


def _goes_on(text: str, stretch: Span, at: int) -> bool:
    """Whether the next sentence is still about the source: it begins with *he*, *the official*, *both*."""
    words = plain(text[stretch.start : at]).split()
    return bool(words) and words[0] in ("he", "she", "they", "the", "both", "all", "like", "neither")


def _about(
    pattern: re.Pattern[str],
    text: str,
    stretch: Span,
    f: Parts,
    sources: Holders,
    every: Sequence[Span],
) -> re.Match[str] | None:
    """The first match that is neither in what was said nor in another's source, nor nearer to another's, pronouns left out."""
    words = text[stretch.start : stretch.end].casefold()
    if not any(sign in words for sign in SIGNS[pattern]):
        return None
    for m in pattern.finditer(text, stretch.start, stretch.end):
        at = Span(m.start(), m.end())
        own = holds(f.source, at)
        if holds(f.content, at) or (not own and next(sources.of(at), None) is not None):
            continue
        if own or not any(_between(s, f.source[0], at) and not _pronoun(text, s) for s in every):
            return m
    return None


def _between(s: Span, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    return first.end <= s.start and s.end <= second.start


def _pronoun(text: str, s: Span) -> bool:
    return plain(text[s.start : s.end]) in (
        "he",
        "she",
        "they",
        "who",
        "it",
        "i",
        "we",
        "you",
        "both",
        "all",
        "one",
    )


def _told(kind: CircumstanceKind, text: str, at: Span, why: str) -> Circumstance:
    trimmed = text[at.start : at.end].rstrip(" ,—–-")
    return Circumstance(kind, " ".join(trimmed.split()), at.start, at.start + len(trimmed), why)

"""The forms of English verbs: from a verb to all of them, and from a form back to its verb."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Flag, auto
from functools import lru_cache


class Form(Flag):
    """Forms of a verb: *write*, *writes*, *wrote*, *written*, *writing*."""

    BASE = auto()
    THIRD = auto()
    PAST = auto()
    PARTICIPLE = auto()
    ING = auto()
    FINITE = THIRD | PAST
    """What a subject in the third person stands before: *the army says*, *said*."""
    ANY = BASE | THIRD | PAST | PARTICIPLE | ING


_ORDER = (Form.THIRD, Form.PAST, Form.PARTICIPLE, Form.ING)

_IRREGULAR = {
    verb: f"{third} {rest}"
    for line in """
    bear bears bore borne bearing | beat beats beat beaten beating | become becomes became become becoming
    begin begins began begun beginning | bend bends bent bent bending | bind binds bound bound binding
    bleed bleeds bled bled bleeding | blow blows blew blown blowing | break breaks broke broken breaking
    breed breeds bred bred breeding | bring brings brought brought bringing | build builds built built building
    burst bursts burst burst bursting | buy buys bought bought buying | catch catches caught caught catching
    choose chooses chose chosen choosing | come comes came come coming | cost costs cost cost costing
    cut cuts cut cut cutting | deal deals dealt dealt dealing | dig digs dug dug digging | draw draws drew drawn drawing
    drink drinks drank drunk drinking | drive drives drove driven driving | eat eats ate eaten eating
    fall falls fell fallen falling | feed feeds fed fed feeding | feel feels felt felt feeling
    fight fights fought fought fighting | find finds found found finding | flee flees fled fled fleeing
    fly flies flew flown flying | forbid forbids forbade forbidden forbidding | forget forgets forgot forgotten forgetting
    forgive forgives forgave forgiven forgiving | freeze freezes froze frozen freezing | get gets got got getting
    give gives gave given giving | go goes went gone going | grow grows grew grown growing | hang hangs hung hung hanging
    hear hears heard heard hearing | hide hides hid hidden hiding | hit hits hit hit hitting | hold holds held held holding
    hurt hurts hurt hurt hurting | keep keeps kept kept keeping | know knows knew known knowing | lay lays laid laid laying
    lead leads led led leading | leave leaves left left leaving | lend lends lent lent lending | let lets let let letting
    lose loses lost lost losing | make makes made made making | mean means meant meant meaning | meet meets met met meeting
    pay pays paid paid paying | put puts put put putting | quit quits quit quit quitting | read reads read read reading
    ride rides rode ridden riding | ring rings rang rung ringing
    rise rises rose risen rising | run runs ran run running | say says said said saying
    see sees saw seen seeing | seek seeks sought sought seeking | sell sells sold sold selling | send sends sent sent sending
    set sets set set setting | shake shakes shook shaken shaking | shoot shoots shot shot shooting
    show shows showed shown showing | shrink shrinks shrank shrunk shrinking | shut shuts shut shut shutting
    sing sings sang sung singing | sink sinks sank sunk sinking | sit sits sat sat sitting | sleep sleeps slept slept sleeping
    speak speaks spoke spoken speaking | spend spends spent spent spending | split splits split split splitting
    spread spreads spread spread spreading | stand stands stood stood standing | steal steals stole stolen stealing
    stick sticks stuck stuck sticking | strike strikes struck struck striking | swear swears swore sworn swearing
    sweep sweeps swept swept sweeping | swim swims swam swum swimming | take takes took taken taking
    teach teaches taught taught teaching | tear tears tore torn tearing | tell tells told told telling
    think thinks thought thought thinking | throw throws threw thrown throwing | wake wakes woke woken waking
    wear wears wore worn wearing | win wins won won winning | withdraw withdraws withdrew withdrawn withdrawing
    write writes wrote written writing
    """.replace("\n", "|").split("|")
    if line.strip()
    for verb, third, rest in [line.split(maxsplit=2)]
}
"""Verb, third person, past, participle and form in *-ing*."""

_PREFIXES = ("over", "under", "fore", "with", "mis", "out", "un", "up", "re")
"""What a verb may begin with and be conjugated as without it: *overturn*, *withstand*, *undergo*."""

_DOUBLED = frozenset(
    """
    abet acquit admit allot ban bar beg cancel clap commit confer control cram defer deter dip drag drop embed expel fit flog gun
    hum jam jog knit lag log mar nod occur omit patrol permit pin plan plot plug prefer quip rebel rebut recur refer regret remit
    repel rig rip rob rub scrap scrub shrug sip skip slam slap slip snap sob step stir stop strip submit swap tap top transfer
    transmit trap trim tug wed wrap
    """.split()
)
"""Verbs whose last letter is doubled: *admitted*."""


def forms(verbs: Iterable[str], wanted: Form = Form.ANY) -> list[str]:
    """The forms of some verbs, each once and in order.

    >>> forms({"deny", "say"}, Form.FINITE), forms({"admit"})
    (['denied', 'denies', 'said', 'says'], ['admit', 'admits', 'admitted', 'admitting'])
    """
    return sorted({word for verb in verbs for form, word in _conjugated(verb).items() if form in wanted})


@lru_cache(maxsize=8192)
def _conjugated(verb: str) -> dict[Form, str]:
    if verb in _IRREGULAR:
        return {Form.BASE: verb, **dict(zip(_ORDER, _IRREGULAR[verb].split(), strict=True))}
    for prefix in _PREFIXES:
        if verb.removeprefix(prefix) in _IRREGULAR:
            of_it = _conjugated(verb.removeprefix(prefix))
            return {form: verb if form is Form.BASE else prefix + word for form, word in of_it.items()}
    if verb.endswith("e"):
        third, past, ing = verb + "s", verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        third, past, ing = verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    else:
        stem = verb + verb[-1] if verb in _DOUBLED else verb
        third = verb + ("es" if verb.endswith(("ss", "sh", "ch", "x")) else "s")
        past, ing = stem + "ed", stem + "ing"
    return {Form.BASE: verb, Form.THIRD: third, Form.PAST: past, Form.PARTICIPLE: past, Form.ING: ing}


_VERB_OF = {
    form: verb for verb in _IRREGULAR for form in _IRREGULAR[verb].split() if not form.startswith(verb)
}


def irregular(form: str) -> str | None:
    """The verb of which a word in small letters is an irregular form; None where its ending is enough to tell.

    >>> irregular("knew"), irregular("broken"), irregular("knows"), irregular("denied")
    ('know', 'break', None, None)
    """
    return _VERB_OF.get(form)

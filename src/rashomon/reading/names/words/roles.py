"""Words for roles, and which of them speak for somebody: a spokesman for a party, not an analyst at an institute."""

from __future__ import annotations

SPEAKING = frozenset(
    """
    spokesman spokeswoman spokesperson representative leader chief head chair chairman chairwoman chairperson
    president premier chancellor minister secretary secretary-general commander general colonel major captain admiral
    envoy ambassador deputy vice-president governor mayor king queen prince princess pope emir sultan lawyer attorney
    solicitor counsel strategist adviser advisor aide official officer candidate nominee director negotiator delegate
    prosecutor commissioner consul treasurer manager co-chair co-founder boss executive warlord militant fighter
    member lawmaker senator congressman congresswoman speaker whip superintendent
    """.split()
)
"""Roles whose holder stands for whom the role is with."""

OWN = frozenset(
    """
    philosopher historian analyst author writer journalist reporter editor correspondent activist professor lecturer
    researcher fellow scholar economist scientist doctor physician surgeon nurse teacher student engineer architect
    businessman businesswoman billionaire mogul founder founding witness resident bargeman boatman fisherman farmer
    shopkeeper priest bishop archbishop cardinal imam rabbi sheikh judge justice sheriff detective inspector pollster
    columnist commentator host anchor presenter producer actor actress singer novelist poet director-general expert
    specialist consultant diplomat politician veteran soldier sergeant lieutenant policeman photographer blogger
    publisher banker investor trader partner owner worker employee volunteer psychologist psychiatrist sociologist
    anthropologist biologist physicist chemist climatologist coach player athlete donor
    """.split()
)
"""Roles whose holder speaks for nobody else, though they may be with somebody."""

LOCAL = frozenset("mayor governor bishop archbishop sheriff prefect superintendent imam rabbi priest".split())
"""Offices that one holds *of* or *in* a place, for which one does not speak, and of no person."""

NOUNS = SPEAKING | OWN

REFERRING = frozenset(
    """
    spokesman spokeswoman spokesperson president premier chancellor minister secretary senator congressman
    congresswoman representative governor mayor commander general colonel captain admiral chief leader
    chairman chairwoman director head ambassador envoy diplomat official officer judge prosecutor lawyer
    attorney professor philosopher historian analyst author writer journalist reporter editor activist
    candidate nominee frontrunner billionaire businessman businesswoman mogul doctor chair deputy witness resident
    engineer founder executive manager strategist adviser advisor aide bishop imam sheriff
    """.split()
)
"""Of these, and besides them *frontrunner*, what a report calls somebody by whom it names elsewhere: ``the minister``."""

MODIFIERS = frozenset(
    """
    deputy vice chief senior junior top former ex acting interim then current new outgoing incoming assistant
    associate executive general foreign press political military chair national international regional local state
    federal managing founding principal lead leading prime first second high supreme special presidential
    vice-presidential campaign communications policy legal security defence defense finance interior health education
    justice trade labour labor transport energy environment information media public civil human rights district city
    county provincial police army navy air force intelligence majority minority legislative opposition rebel
    resistance veteran longtime long-time co self-described self-styled retired late elected newly appointed tax
    budget research data science political-science emeritus guerrilla
    """.split()
)
"""Words that may stand before a role's noun and belong to it, besides any in capitals."""

OF_ANYBODY = frozenset(
    """
    man woman boy girl person child father mother son daughter brother sister husband wife uncle aunt nephew niece
    cousin widow widower friend neighbour neighbor colleague stranger caller customer bystander passenger patient tenant
    landlord landlady prisoner inmate suspect gunman attacker robber guard warden driver pilot conductor sailor clerk
    porter cleaner cook waiter waitress baker butcher shepherd tailor barber caretaker interpreter translator paramedic
    midwife medic constable trooper deputy marshal sniper
    """.split()
)
"""What somebody is called who is not named, besides roles: *the driver*, *her nephew*."""

TITLES_ALONE = frozenset(
    """
    mr mrs ms miss dr sir dame lord lady general colonel major captain commander admiral sergeant lieutenant sheikh
    judge justice king queen prince princess pope professor bishop imam sheriff president senator congressman
    congresswoman governor mayor doctor secretary candidate representative minister officer official
    """.split()
)
"""Roles that, alone and directly before a name, are its title and tell nothing of whom they are with."""

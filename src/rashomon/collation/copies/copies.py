"""Copies: reports that carry the same text (a wire text in six papers), and passages copied inside reports otherwise different.

Reports that share shingles (:mod:`.shingles`) are compared word by word (:mod:`.compared`),
and those that are one text are grouped (:mod:`.families`). No report is compared with all others. A ledger
does the same bit by bit (``ledger/collating/copies.py``), with the same result.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rashomon.collation.copies.compared import Compared, compared, own_words, places, texts
from rashomon.collation.copies.families import families
from rashomon.collation.copies.shingles import candidates, number, winnowed
from rashomon.collation.copies.versions import by_version, in_order, place
from rashomon.records import Report
from rashomon.records.copies import CopiedPassage, Family


@dataclass(frozen=True, slots=True)
class Copies:
    """The families, and the passages in common of reports that are not of one family."""

    families: tuple[Family, ...]
    passages: tuple[CopiedPassage, ...]


def copies(reports: Iterable[Report], captured: Mapping[str, str | None] = MappingProxyType({})) -> Copies:
    """Families of two reports or more, and passages of :data:`.compared.LEAST` words or more that reports of
    different families share.

    ``captured`` has the instant of each report's capture, if known, by its id, for the order of one page's versions. The order of
    the input does not matter. Passages stand by report and place.
    """
    ordered = sorted(reports, key=lambda r: number(r.id))
    by_id = {report.id: report for report in ordered}
    words = {id_: texts(id_, own_words(report), report.outlet) for id_, report in by_id.items()}
    placed = cache(lambda id_: places(by_id[id_]))

    @cache
    def in_common(one: str, other: str) -> Compared:
        return compared(words[one], words[other], placed)

    met = [
        tuple(sorted((ordered[a].id, ordered[b].id)))
        for pairs in candidates([winnowed(words[report.id].words) for report in ordered])
        for a, b in pairs.tolist()
    ]
    links = {(a, b): share for a, b in met if (share := in_common(a, b).share)}
    known = {report.id: (report.published, report.name) for report in ordered}
    pages = {report.id: place(report.address) if report.address else None for report in ordered}

    def of_one_page(ids: list[str]) -> list[str]:
        return in_order((captured.get(id_), known[id_][0], id_, by_id[id_].text) for id_ in ids)

    found = families(
        links, known, lambda a, b: in_common(a, b).share, lambda ids: by_version(ids, pages, of_one_page)
    )
    home = {copy.report: family.id for family in found for copy in family.copies}
    passages = [
        passage for a, b in met if home.get(a, a) != home.get(b, b) for passage in in_common(a, b).passages
    ]
    passages.sort(key=lambda p: (p.report, p.span.start, p.other, p.other_span))
    return Copies(found, tuple(passages))

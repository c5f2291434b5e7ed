"""What a check of a ledger found."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType

from rashomon.dossier.phrases import count
from rashomon.ledger import Finding, Ledger
from rashomon.terminal.screen import heading, indented, line


def findings(found: Sequence[Finding], ledger: Ledger) -> RenderableType:
    """Each thing that does not hold; or how much was checked, where all is well."""
    if found:
        return Group(
            heading(f"{count(len(found), 'thing does', 'things do')} not hold in {ledger.path}"),
            *(
                indented(line(" ".join(filter(None, (f"{f.kind}:", f.table, f.item, "–", f.fault)))))
                for f in found
            ),
            line("Restore the ledger from a copy, or read the reports again into a new one.", style="dim"),
        )
    counts = ledger.counts()
    return line(
        f"{ledger.path} holds: {count(counts.captures, 'capture')}, {count(counts.reports, 'report')},"
        f" {count(counts.attributions, 'attribution')}, {count(counts.wordings, 'wording')},"
        " every hash, span, quotation and reference checked."
    )

"""A story of the ledger as one self-contained file."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING

from rashomon.dossier.escaping import escaping
from rashomon.dossier.gathered import Shelf, gather
from rashomon.dossier.kinship import kinship
from rashomon.dossier.markdown import Finished, markdown, marked, target, wording
from rashomon.dossier.phrases import WHY_APART, WORTH_A_LOOK
from rashomon.dossier.view import View, view
from rashomon.ledger import Ledger, LedgerError

if TYPE_CHECKING:
    from jinja2 import Environment

FORMATS = ("html", "md")
_WORDS = {"WORTH_A_LOOK": WORTH_A_LOOK, "WHY_APART": WHY_APART}


def dossier(ledger: Ledger, story: str, format: str = "html") -> str:
    """A story as ``html`` (a page without script that loads nothing) or ``md`` (Markdown), by the story's id.

    The same ledger gives the same text. Raises LedgerError for another format, and for an id that is unknown
    or ambiguous.

    >>> with Ledger.open("rashomon.db") as ledger:                                    # doctest: +SKIP
    ...     Path("sluice.html").write_text(dossier(ledger, "3f2a"), encoding="utf-8")
    """
    if format not in FORMATS:
        raise LedgerError(f"format {format}", "there is no such dossier", f"give one of {', '.join(FORMATS)}")
    environment = _html() if format == "html" else _markdown()
    return environment.get_template(f"dossier.{format}.j2").render(dossier=_view(ledger, story))


def _view(ledger: Ledger, story: str) -> View:
    gathered, shelf = gather(ledger, story), Shelf(ledger)
    return view(gathered, {report.id: kinship(ledger, shelf, report) for report in gathered.reports})


@lru_cache(maxsize=1)
def _html() -> Environment:
    environment = escaping("rashomon.dossier")
    # The page's own style is the one thing that it may use, by its hash (CSP Level 3, 2.3.1).
    source = environment.loader.get_source(environment, "dossier.css")[0] if environment.loader else ""
    style = f"\n{source}\n"
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment.globals |= {"style": _trusted(style), "style_hash": f"sha256-{digest}", **_WORDS}
    return environment


def _trusted(text: str) -> object:
    from markupsafe import Markup

    return Markup(text)


@lru_cache(maxsize=1)
def _markdown() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("rashomon.dossier"),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: markdown(value) if type(value) is str else value,
    )
    environment.globals |= _WORDS
    environment.filters |= {"finished": Finished, "wording": wording, "marked": marked, "target": target}
    return environment

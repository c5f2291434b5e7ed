"""Templates of HTML into which captured text goes: whatever they print is made visible, then escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rashomon.visible import visible

if TYPE_CHECKING:
    from jinja2 import Environment


def escaping(package: str) -> Environment:
    """An environment for the templates of a package. A name that is not given is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Whatever is printed anywhere is made visible first; what comes from a page cannot be forgotten.
        finalize=lambda value: visible(value) if type(value) is str else value,
    )

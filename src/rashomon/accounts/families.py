"""Outlets that are declared to share an owner or a feed, from a TOML file.

[[family]]
name = "Tidewater Media"
outlets = ["Hourly Torvena", "The Morning Tide"]
"""

from __future__ import annotations

import tomllib


def declared(toml: str) -> dict[str, str]:
    """Outlet to family, as a TOML text declares them. Raises ValueError, in words, for what is no such declaration."""
    try:
        found = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"this is not TOML ({error})") from error
    out: dict[str, str] = {}
    families = found.get("family", [])
    if not isinstance(families, list) or not families:
        raise ValueError("it declares no [[family]]")
    for number, family in enumerate(families, 1):
        name, outlets = (
            (family.get("name"), family.get("outlets")) if isinstance(family, dict) else (None, None)
        )
        if not isinstance(name, str) or not name:
            raise ValueError(f"[[family]] {number} has no name")
        if not isinstance(outlets, list) or not all(isinstance(o, str) for o in outlets):
            raise ValueError(f'[[family]] {name!r} needs outlets = ["…", …]')
        for outlet in outlets:
            if out.get(outlet, name) != name:
                raise ValueError(f"{outlet!r} is declared in {out[outlet]!r} and in {name!r}")
            out[outlet] = name
    return out

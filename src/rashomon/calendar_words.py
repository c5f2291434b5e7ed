"""The months and the days of the week by their English names: what patterns and lists of words that hold them are made of."""

from __future__ import annotations

MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)

SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
"""*jan* … *dec*: what each of them begins with, no two alike."""

WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())

ANY_MONTH = "|".join(month.title() for month in MONTHS)
ANY_SHORT_MONTH = "|".join(month.title() for month in SHORT_MONTHS)
ANY_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
"""Regular expressions for either as it is printed, of a month in full or cut; months are alternatives, to stand in a group with
others."""

"""Denials, tied to what they deny: who denies what, who claims it, and whether the two are of one matter."""

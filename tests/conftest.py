"""For all tests: Hypothesis holds no example to a time limit. Speed is measured in ``bench/``, and a busy machine is no fault."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("rashomon", deadline=None)
settings.load_profile("rashomon")

"""Every address that the OpenAPI describes, asked what its description allows and what it forbids: no server error, and answers
as described (Schemathesis)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from rashomon.room.app import application
from rashomon.room.door import Door
from tests.dossier import made
from tests.room.browsing import served
from tests.room.conftest import TOKEN

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
"""Left out are those that want every unfit request refused: of a parameter given twice the last one counts."""

CALLS = 12
"""Calls of an operation, about half of them with what its description forbids."""

DESCRIBED = application(Path("nowhere.db"), Door(token=TOKEN)).openapi()
OPERATIONS = [(path, method) for path, methods in DESCRIBED["paths"].items() for method in methods]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = made.ledger_at(tmp_path_factory.mktemp("openapi") / "made.db", made.hostile())
    with served(path, Door(token=TOKEN)) as home:
        yield home


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_an_operation_answers_as_described_whatever_it_is_asked(home: str, path: str, method: str) -> None:
    operation = schemathesis.openapi.from_dict(DESCRIBED)[path][method]
    session = requests.Session()
    session.trust_env = False  # no proxy stands between this machine and itself
    allowed, forbidden = (
        operation.as_strategy(generation_mode=mode)
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    )

    @settings(
        max_examples=CALLS,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=allowed | forbidden)
    def check(case: schemathesis.Case[Any]) -> None:
        bearer = {"Authorization": f"Bearer {TOKEN}"}
        case.call_and_validate(base_url=home, session=session, headers=bearer, checks=CHECKS)

    check()

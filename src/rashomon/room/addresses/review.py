"""The review page, and where decisions are sent: by its forms, or as JSON by a program."""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal
from urllib.parse import parse_qs, quote

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from rashomon.corrections.imprint import PARTS as IMPRINT
from rashomon.corrections.shape import PARTS
from rashomon.deciding import NOTHING, Action, Decision
from rashomon.ledger import LedgerError, UnknownIdError
from rashomon.records import Correction
from rashomon.room.answers import as_json, link
from rashomon.room.asked import FAULTS, WHO, Fault, answer
from rashomon.room.door import Door
from rashomon.room.views.review import ReviewView, review_view
from rashomon.room.writing import Writer

router = APIRouter()

Kind = Literal["", "attribution", "speaker", "altered", "link", "person", "conflict", "stranded"]
Which = Annotated[
    str,
    Query(
        pattern=r"^([0-9a-f]{1,64}:\d{1,6})?$",
        description="One attribution, REPORT:NUMBER counted from 1, instead of the queue.",
    ),
]
Conflict = Annotated[
    str, Query(pattern="^[0-9a-f]{0,64}$", description="One conflict, by its id, instead of the queue.")
]
CorrectionId = Annotated[str, Query(pattern="^[0-9a-f]{0,64}$")]
MOST_FIELDS = 260
"""Of a form: a choice for each of two hundred reports, and what else it holds."""

_WORDS = ("action", "which", "who", "why", "other", "name", "kind")
_IMPRINT = frozenset(IMPRINT)
_Place = re.compile(r"\d{1,9}-\d{1,9}|none")
_Address = re.compile(r"^\S*/(?:person|statement|story)/([0-9a-f]{1,64})(?:[?#]\S*)?$")


class Sent(BaseModel):
    """A decision as JSON: the fields of `rashomon.deciding.Decision`; its docstring says what each action needs."""

    model_config = ConfigDict(extra="forbid")

    action: Action
    which: str = Field(max_length=500)
    who: str = Field(min_length=1, max_length=100)
    why: str = Field(min_length=1, max_length=2_000)
    other: str = Field("", max_length=500)
    name: str = Field("", max_length=500)
    reports: list[Annotated[str, Field(max_length=64)]] = Field(default=[], max_length=200)
    source: list[Annotated[str, Field(max_length=5_000)]] = Field(default=[], max_length=50)
    cue: list[Annotated[str, Field(max_length=5_000)]] = Field(default=[], max_length=50)
    content: list[Annotated[str, Field(max_length=20_000)]] = Field(default=[], max_length=50)
    kind: Literal["statement", "story"] = "statement"
    outlet: str = Field("", max_length=500)
    published: str = Field("", max_length=100)
    title: str = Field("", max_length=500)
    authors: list[Annotated[str, Field(max_length=500)]] = Field(default=[], max_length=50)


class Made(BaseModel):
    """What a decision became. `applied` is false where entities, statements and stories follow a little later."""

    corrections: list[Correction]
    applied: bool


@router.get(
    "/review.json",
    response_model=ReviewView,
    tags=["corrections"],
    summary="What is worth a look, most useful first, and the last decisions",
    responses=FAULTS,
)
@router.get("/review", include_in_schema=False)
async def review(
    request: Request,
    kind: Kind = "",
    attribution: Which = "",
    conflict: Conflict = "",
    done: CorrectionId = "",
) -> Response:
    return await answer(
        request, "review", lambda desk: review_view(desk, kind, attribution, conflict), done=done
    )


@router.post(
    "/corrections",
    status_code=201,
    response_model=Made,
    tags=["corrections"],
    summary="Decide: accept, reject, mend, name a speaker, describe a report, merge, split, undo",
    responses={
        **FAULTS,
        400: {"model": Fault, "description": "What was sent is not JSON."},
        401: {"description": "Writing needs the token.", "content": {"text/plain": {}}},
        403: {
            "model": Fault,
            "description": "Not sent from a page of this room, and without the token.",
            "content": {"text/plain": {}},
        },
        413: {"description": "More was sent than a decision is.", "content": {"text/plain": {}}},
        422: {"model": Fault, "description": "This cannot be decided so."},
    },
)
async def correct(request: Request, sent: Sent) -> Response:
    if request.state.allowed != "bearer":
        _refuse_forged(request, request.headers.get("x-rashomon-form", ""))
    found, applied = await _decided(request, sent)
    return Response(as_json({"corrections": found, "applied": applied}), 201, media_type="application/json")


@router.post("/review", include_in_schema=False)
async def decide(request: Request) -> Response:
    """A form of the review page: then back to it."""
    try:
        fields = parse_qs(
            (await request.body()).decode("utf-8", "replace"),
            keep_blank_values=True,
            max_num_fields=MOST_FIELDS,
        )
    except ValueError as error:
        raise HTTPException(422, "more was sent than this form has; open the review page anew") from error
    _refuse_forged(request, fields.get("form", [""])[-1])
    try:
        sent = TypeAdapter(Sent).validate_python(from_form(fields))
    except ValidationError as error:
        fault = error.errors()[0]
        raise HTTPException(422, f"{fault['loc'][0]}: {fault['msg']}; go back and mend it") from error
    found, _ = await _decided(request, sent)
    there = RedirectResponse(link("/review", kind=fields.get("list", [""])[-1], done=found[0].id), 303)
    there.set_cookie(WHO, quote(sent.who), max_age=31_536_000, httponly=True, samesite="strict")
    return there


def from_form(sent: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The fields of a decision from those of a form.

    A form with several buttons has what belongs to one of them under its action's name: ``same.which`` stands over ``which``
    where the action is ``same``. A page's whole address may be given for the id in it. What was not touched (``was-content``
    has what it was) is left out; a report's outlet, date, title or authors that were emptied are not known.
    """
    action = sent.get("action", [""])[-1]
    given = {
        name: [value.strip() for value in sent.get(f"{action}.{name}", sent.get(name, []))]
        for name in (*_WORDS, "reports", *PARTS)
    }
    fields: dict[str, Any] = {name: given[name][-1] for name in _WORDS if given[name] and given[name][-1]}
    if "other" in fields:
        fields["other"] = _Address.sub(r"\1", fields["other"])
    if any(given["reports"]):
        fields["reports"] = [report for report in given["reports"] if report]
    for part in _IMPRINT:
        words, was = (sent.get(name, [""])[-1].strip() for name in (part, f"was-{part}"))
        if words != was:
            fields[part] = words or NOTHING
    if "authors" in fields:
        fields["authors"] = [name for name in map(str.strip, fields["authors"].split(";")) if name]
    for part in PARTS:
        words = (given[part] or [""])[-1]
        if words and words != sent.get(f"was-{part}", [""])[-1].strip():
            pieces = words.split()
            fields[part] = pieces if all(_Place.fullmatch(piece) for piece in pieces) else [words]
    return fields


async def _decided(request: Request, sent: Sent) -> tuple[tuple[Correction, ...], bool]:
    writer: Writer = request.app.state.writer
    try:
        return await writer.decide(Decision(**sent.model_dump()))
    except UnknownIdError:
        raise
    except LedgerError as error:
        if error.item == str(request.app.state.readers.path):
            raise  # the file is in the way, not what was asked for
        raise HTTPException(422, f"{error.item}: {error.fault}; {error.mend}") from error


def _refuse_forged(request: Request, form: str) -> None:
    door: Door = request.app.state.door
    if not hmac.compare_digest(form.encode("utf-8", "replace"), door.form.encode()):
        raise HTTPException(
            403, "this was not sent from a form of this room; open the review page and send it from there"
        )

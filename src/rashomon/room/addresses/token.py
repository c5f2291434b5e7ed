"""Where the token is given, and where whoever gave it leaves again."""

from __future__ import annotations

from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from rashomon.room import answers
from rashomon.room.asked import around
from rashomon.room.door import COOKIE, Door

router = APIRouter(include_in_schema=False)


@router.get("/token")
async def ask(request: Request, then: str = "/", key: str = "") -> Response:
    """The form; or, by the address that the terminal printed, straight in."""
    if key:
        return _entered(request, key, then)
    return HTMLResponse(answers.page("token", then=local(then), wrong=False, **around(request)))


@router.post("/token")
async def give(request: Request) -> Response:
    sent = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=10)
    return _entered(request, sent.get("key", [""])[0], sent.get("then", ["/"])[0])


@router.post("/token/leave")
async def leave(request: Request) -> Response:
    gone = RedirectResponse("/", 303)
    gone.delete_cookie(COOKIE)
    return gone


def _entered(request: Request, key: str, then: str) -> Response:
    door: Door = request.app.state.door
    if not door.opens(key):
        wrong = answers.page("token", then=local(then), wrong=True, **around(request))
        return HTMLResponse(wrong, 401)
    answer = RedirectResponse(local(then), 303)
    # Without an age it is forgotten when the browser closes; a room that opens anew has another token anyway.
    answer.set_cookie(COOKIE, door.cookie, httponly=True, samesite="strict")
    return answer


def local(address: str) -> str:
    r"""An address of this room, whatever was asked for.

    >>> local("/story/1f"), local("//elsewhere.example"), local("https://elsewhere.example"), local("/\\elsewhere")
    ('/story/1f', '/', '/', '/')
    """
    safe = (
        address.startswith("/")
        and not address.startswith("//")
        and address.isprintable()
        and "\\" not in address
    )
    return address if safe else "/"

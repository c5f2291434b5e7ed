"""Who may come in: the names this room answers to, its token, and what every answer forbids a browser to do.

Reading is open on this machine alone. Writing always needs the token, as does reading from anywhere else.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
import socket
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "rashomon"

#: Bytes of a request's body, and of its address: a correction is a sentence or two.
MOST_BODY, MOST_ADDRESS = 65_536, 4_096

#: Characters of a token that somebody else chose; one of ours has 43.
SHORTEST_TOKEN = 16

#: What a page of ours may do: use its own style and script, ask its own server, and nothing else (CSP Level 3).
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Not no-referrer: a browser would then send our own forms with the origin "null".
    "referrer-policy": "same-origin",
    "x-dns-prefetch-control": "off",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cache-control": "no-cache, private",
    "x-robots-tag": "noindex",
}
_READING = frozenset({"GET", "HEAD"})
_WITHOUT_TOKEN = ("/token", "/static/")


@dataclass(frozen=True, slots=True)
class Door:
    """How a room is entered. ``host`` is the address it listens on; ``names`` are further names it answers to.

    >>> Door("127.0.0.1").loopback, Door("0.0.0.0").loopback
    (True, False)
    """

    host: str = "127.0.0.1"
    names: tuple[str, ...] = ()
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach the room, so that reading needs no token."""
        return is_loopback(self.host)

    def answers_to(self, host: str | None) -> bool:
        """Whether a request that calls us by this Host header is meant for us.

        A page elsewhere can have its own name lead to this machine (DNS rebinding), but it cannot have a number do so.
        """
        name = _name(host)
        if name is None:
            return False
        known = {self.host.casefold(), *(n.casefold() for n in self.names)}
        if self.loopback:
            return name in known or name == "localhost" or is_loopback(name)
        return name in known or _is_number(name) or name == socket.gethostname().casefold()

    def opens(self, key: str) -> bool:
        """Whether this is the token, compared in a time that tells nothing."""
        return hmac.compare_digest(key.encode("utf-8", "replace"), self.token.encode())

    @property
    def cookie(self) -> str:
        """What a browser keeps once the token was given: it opens this room until it is closed, and is not the token."""
        return self._derived("cookie")

    @property
    def form(self) -> str:
        """What every form of ours carries, and no other site can know."""
        return self._derived("form")

    def _derived(self, purpose: str) -> str:
        return hmac.new(self.token.encode(), purpose.encode(), hashlib.sha256).hexdigest()


def is_loopback(host: str) -> bool:
    """Whether an address is this machine's own.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("localhost"), is_loopback("192.168.0.7")
    (True, True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _name(host: str | None) -> str | None:
    """The name in a Host header, without its port."""
    if not host or any(c in host for c in "/@\\?# \t"):
        return None
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return None
    return name.casefold().rstrip(".") if name else None


class Guard:
    """Stands before the application (ASGI): turns away what is not meant for it, or not allowed; bounds what comes in."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        scope.setdefault("state", {})["allowed"] = by = self._allowed(headers)
        refusal = self._refusal(scope, headers, by)
        answer = refusal or self._app

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    given.setdefault(name, value)
            await send(message)

        await answer(scope, _Bounded(receive), guarded)

    def _allowed(self, headers: Headers) -> str | None:
        """How the token was shown: ``bearer``, ``cookie``, or ``None`` for not at all."""
        kind, _, key = headers.get("authorization", "").partition(" ")
        if kind.casefold() == "bearer" and self._door.opens(key.strip()):
            return "bearer"
        kept = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        same = hmac.compare_digest(kept.encode("utf-8", "replace"), self._door.cookie.encode())
        return "cookie" if same else None

    def _refusal(self, scope: Scope, headers: Headers, allowed: str | None) -> Response | None:
        path, method = scope["path"], scope["method"]
        if not self._door.answers_to(headers.get("host")):
            return _refused(
                421, "this room does not answer to that name; use the address it printed when it opened"
            )
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > MOST_ADDRESS:
            return _refused(414, "the address is too long; ask for less")
        site = headers.get("sec-fetch-site", "none")
        if site == "cross-site" and headers.get("sec-fetch-mode") != "navigate":
            return _refused(403, "another site may not use this room; open it yourself")
        if not allowed and not path.startswith(_WITHOUT_TOKEN):
            if not self._door.loopback and method in _READING:
                wants_page = "text/html" in headers.get("accept", "")
                then = quote(path, safe="/")
                return (
                    RedirectResponse(f"/token?then={then}", 303)
                    if wants_page
                    else _refused(
                        401, "reading needs this room's token: send it as Authorization: Bearer TOKEN"
                    )
                )
            if method not in _READING:
                return _refused(
                    401, "writing needs this room's token: send it as Authorization: Bearer TOKEN"
                )
        if method not in _READING and allowed != "bearer" and not _same_origin(headers, site):
            return _refused(
                403, "this was not sent from a page of this room; open the page and send it from there"
            )
        try:
            size = int(headers.get("content-length", "0"))
        except ValueError:
            return _refused(400, "the length of what was sent is no number; send it again")
        if size > MOST_BODY:
            return _refused(413, f"more than {MOST_BODY:,} bytes were sent; send less")
        return None


def _same_origin(headers: Headers, site: str) -> bool:
    """Whether the browser says that a page of ours sends this (Origin, RFC 6454, and Fetch Metadata)."""
    origin = headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc == headers.get("host")
    return site == "same-origin"


def _refused(status: int, words: str) -> Response:
    return PlainTextResponse(words + "\n", status)


class _Bounded:
    """A request's body that ends the connection where it grows beyond what was allowed."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._size = 0

    async def __call__(self) -> Message:
        message = await self._receive()
        self._size += len(message.get("body", b""))
        if self._size > MOST_BODY:
            return {"type": "http.disconnect"}
        return message

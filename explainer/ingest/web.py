"""A web address → article, only when a person passes one, with limits on size, time, kind and place."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from urllib.parse import SplitResult, urljoin, urlsplit

from explainer.faults import InputError
from explainer.ingest.html import MAX_BYTES, ingest_html
from explainer.ingest.result import Ingested

SECONDS = 20.0
REDIRECTS = 5
_KINDS = ("text/html", "application/xhtml+xml", "text/plain")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_AGENT = "explainer (one page, asked for by a person)"


def fetch(url: str, *, allow: Collection[str] = (), seconds: float = SECONDS) -> Ingested:
    """The article at a web address, http or https.

    At most ``MAX_BYTES`` bytes in ``seconds``, at most ``REDIRECTS`` redirects, web pages and plain
    text only. Addresses of private networks and of this computer are refused, after the name is
    resolved and for each redirect; ``allow`` names hosts that are let through all the same.
    InputError says which limit was met. Cookies and credentials are never sent.
    """
    deadline = time.monotonic() + seconds
    address = url
    for _ in range(REDIRECTS + 1):
        status, kind, body, onward = _get(_checked(address), allow, deadline)
        if onward is None:
            break
        address = urljoin(address, onward)
    else:
        raise InputError(f"redirects more than {REDIRECTS} times", url[:200])
    if status != 200:
        raise InputError(
            f"the server answers {status}; open the address in a browser and save the page", url[:200]
        )
    if kind not in _KINDS:
        raise InputError(f"is {kind or 'of no kind'}, not a web page; save it and give the file", url[:200])
    return ingest_html(body, address[:200], address) if kind != "text/plain" else _plain(body, address)


def _plain(body: bytes, address: str) -> Ingested:
    from explainer.ingest.decode import decode
    from explainer.ingest.plain import ingest_text

    return ingest_text(decode(body, address[:200])[0], url=address)


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        fits = (
            parts.scheme in ("http", "https")
            and parts.hostname
            and parts.username is None
            and parts.port != 0
        )
    except ValueError:
        fits = False
    if not fits or any(c <= " " for c in url):
        raise InputError("is no http or https address of a page", url[:200])
    return parts


def _get(parts: SplitResult, allow: Collection[str], deadline: float) -> tuple[int, str, bytes, str | None]:
    """Status, kind, body and redirect of one request, sent to the very address that was checked."""
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    connection = http.client.HTTPConnection(host, port, timeout=_left(deadline, host))
    try:
        connection.sock = _connected(host, port, parts.scheme == "https", allow, deadline)
        with _watched(connection.sock, _left(deadline, host)):
            return _answer(connection, parts, deadline)
    except (OSError, http.client.HTTPException, ValueError, UnicodeError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"cannot be fetched: {error or type(error).__name__}", host[:200]) from None
    finally:
        connection.close()


def _answer(
    connection: http.client.HTTPConnection, parts: SplitResult, deadline: float
) -> tuple[int, str, bytes, str | None]:
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    connection.request("GET", path, headers={"User-Agent": _AGENT, "Accept": ", ".join(_KINDS)})
    answer = connection.getresponse()
    kind = (answer.getheader("Content-Type") or "").split(";")[0].strip().lower()
    onward = answer.getheader("Location") if answer.status in (301, 302, 303, 307, 308) else None
    wanted = onward is None and answer.status == 200 and kind in _KINDS
    return answer.status, kind, _body(answer, deadline, parts.hostname or "") if wanted else b"", onward


def _connected(host: str, port: int, secure: bool, allow: Collection[str], deadline: float) -> socket.socket:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    places = [entry[4] for entry in found if host in allow or _is_public(str(entry[4][0]))]
    if not places:
        raise InputError("is an address in a private network, which is not fetched", host[:200])
    plain = socket.create_connection((str(places[0][0]), port), timeout=_left(deadline, host))
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host) if secure else plain


def _is_public(place: str) -> bool:
    """Whether an address lies in the open internet, also when an IPv4 address is written as IPv6."""
    address = ipaddress.ip_address(place.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None,))[0]
        if inner is not None:
            return _is_public(str(inner))
        if address in _NAT64:
            return False
    return address.is_global and not address.is_multicast


@contextmanager
def _watched(link: socket.socket, seconds: float) -> Iterator[None]:
    """Hang up when the time is over, however slowly the other side answers."""
    timer = threading.Timer(seconds, lambda: link.shutdown(socket.SHUT_RDWR))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _body(answer: http.client.HTTPResponse, deadline: float, host: str) -> bytes:
    body = b""
    while chunk := answer.read1(65_536):
        body += chunk
        if len(body) > MAX_BYTES:
            raise InputError(f"is larger than {MAX_BYTES // 1_000_000} MB", host[:200])
        _left(deadline, host)
    return body


def _left(deadline: float, host: str) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise InputError("takes too long to answer", host[:200])
    return left

"""A local server stands in for the web: limits on size, time, kind, redirects and place."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from explainer.faults import InputError
from explainer.ingest import web

PAGE = b"""<html lang="en"><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1>
<p>The bridge shut late Sunday, the mayor told Radio Bay, and nobody knew when it would open again.</p>
<p>Fishers protested on Monday and said that the closure had cost them two weeks of work so far.</p>
</article></body></html>"""


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        name, _, rest = self.path.strip("/").partition("/")
        getattr(self, f"serve_{name}")(rest)

    def reply(self, body, kind="text/html; charset=utf-8", status=200, **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def serve_page(self, rest):
        self.reply(PAGE)

    def serve_text(self, rest):
        self.reply("The bridge shut. “Why?” she asked.".encode(), "text/plain")

    def serve_picture(self, rest):
        self.reply(b"\x89PNG", "image/png")

    def serve_missing(self, rest):
        self.reply(b"no", status=404)

    def serve_jump(self, rest):
        self.reply(b"", status=302, Location="/page" if rest == "0" else f"/jump/{int(rest) - 1}")

    def serve_away(self, rest):
        self.reply(b"", status=302, Location="http://127.0.0.2:1/page")

    def serve_file(self, rest):
        self.reply(b"", status=302, Location="file:///etc/passwd")

    def serve_endless(self, rest):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        try:
            for _ in range(1000):
                self.wfile.write(b"x" * 65536)
        except OSError:
            pass

    def serve_drip(self, rest):
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            for _ in range(40):
                self.wfile.write(b"X")
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def server():
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


def fetched(server, path, **options):
    return web.fetch(f"{server}/{path}", allow={"127.0.0.1"}, **options)


def test_a_page_is_fetched_with_its_address(server):
    article = fetched(server, "page").article
    assert article.title == "Bridge closed"
    assert "told Radio Bay" in article.text
    assert article.url == f"{server}/page"


def test_plain_text_is_kept_as_it_is(server):
    assert fetched(server, "text").article.text == "The bridge shut. “Why?” she asked."


def test_a_few_redirects_are_followed(server):
    assert fetched(server, "jump/3").article.title == "Bridge closed"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("jump/9", "redirects more than 5 times"), ("away", "private network"), ("file", "no http or https address"),
        ("picture", "image/png, not a web page"), ("missing", "answers 404"), ("endless", "larger than"),
    ],
)  # fmt: skip
def test_what_goes_past_a_limit_is_refused_in_one_sentence(server, path, said):
    with pytest.raises(InputError, match=said) as caught:
        fetched(server, path)
    assert "\n" not in str(caught.value)


def test_a_server_that_drips_is_hung_up_on(server):
    began = time.monotonic()
    with pytest.raises(InputError):
        fetched(server, "drip", seconds=0.5)
    assert time.monotonic() - began < 3


def test_this_computer_is_refused_unless_allowed(server):
    with pytest.raises(InputError, match="private network"):
        web.fetch(f"{server}/page")


@pytest.mark.parametrize(
    "url",
    ["ftp://example.org/a", "javascript:alert(1)", "http://", "http://user:pw@example.org/", "http://[::1", "page.html",
     "http://exa mple.org/", "http://example.org/\r\nHost: other"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(url):
    with pytest.raises(InputError, match="no http or https address"):
        web.fetch(url)


@pytest.mark.parametrize(
    "place",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "::1",
     "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::"],
)  # fmt: skip
def test_addresses_of_private_networks_are_refused(place):
    with pytest.raises(InputError, match="private network"):
        web.fetch(f"http://[{place}]/" if ":" in place else f"http://{place}/")

"""One self-contained HTML page around finished parts: no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable

from explainer.lessons.prose import Prose, safe

STYLE = """
:root{color-scheme:light dark;--ink:#1d2430;--paper:#fff;--soft:#5a6472;--line:#c9d0d8;--wash:#f3f5f7;--link:#0b5394}
@media(prefers-color-scheme:dark){:root{--ink:#e8ebef;--paper:#15191f;--soft:#a9b3bf;--line:#3b4550;--wash:#1e242c;--link:#8ec2f5}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
main,footer{max-width:46rem;margin:0 auto;padding:1rem}
h1{font-size:1.9rem;line-height:1.2;margin:.6em 0 .3em}h2{font-size:1.4rem;line-height:1.25;margin:1.8em 0 .4em}
h3{font-size:1.1rem;margin:1.4em 0 .3em}
p,ul,ol,blockquote,table,details{margin:.7em 0;overflow-wrap:anywhere}
blockquote{border-inline-start:4px solid var(--line);padding-inline-start:.9em;margin-inline:0}
a{color:var(--link)}a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
table{border-collapse:collapse;display:block;overflow-x:auto}caption{text-align:start;color:var(--soft);padding:.2em 0}
th,td{border:1px solid var(--line);padding:.35em .6em;text-align:start;vertical-align:top}th{background:var(--wash)}
details{border:1px solid var(--line);border-radius:.4rem;padding:.4em .8em}summary{cursor:pointer;font-weight:600}
figure{margin:1.2em 0}figure img{max-width:100%;height:auto;background:#fff}figcaption,footer{color:var(--soft);font-size:.92rem}
footer{border-top:1px solid var(--line);margin-top:2rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.3em .6em}
@media print{details::details-content{content-visibility:visible;block-size:auto}details{border:0;padding:0}summary{list-style:none}.skip{display:none}body{font-size:11pt}}
"""

_SHELL = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';img-src data:;style-src 'unsafe-inline'">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<main id="content">
{body}
</main>
<footer>{foot}</footer>
</body>
</html>
"""


def sheet(title: str, parts: Iterable[Prose | str], foot: Prose, language: str | None = None) -> str:
    """A page of finished parts, in order. A part given as a string is HTML that is already finished."""
    body = "\n".join(part if isinstance(part, str) else part.html for part in parts)
    code = language if language and language.replace("-", "").isalnum() else "en"
    return _SHELL.format(language=safe(code), title=safe_title(title), style=STYLE, body=body, foot=foot.html)


def safe_title(title: str) -> str:
    """Text for the ``<title>`` element, which takes no marks."""
    from html import escape

    return escape(" ".join(title.split()))

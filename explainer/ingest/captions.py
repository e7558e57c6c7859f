"""Telling a photo caption from a paragraph by its credit, its label or its place-and-date line."""

from __future__ import annotations

import re

_LONGEST = 600
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DATE = rf"(?:\d{{1,2}}\s+{_MONTH}\s+\d{{4}}|{_MONTH}\s+\d{{1,2}}(?:,\s*\d{{4}})?)"
_LABEL = re.compile(
    r"[(\[]?(?:file\s+)?(?:photo(?:graph)?|image|picture|caption|file)\b\s*(?:\d+\s*)?[:–—-]\s*\S"
    r"|(?:image|media) (?:caption|source)[,:]\s*\S|(?-i:Image (?:copyright|caption|source) )\S|\[\d{1,2}/\d{1,2}\]\s*\S"
    r"|(?:in )?this (?:undated )?(?:[\w-]+ ){0,2}(?:photo(?:graph)?|image|picture|frame ?grab|screen ?(?:grab|shot)|video)"
    r",? (?:\w+ )?(?:taken|made|grabbed|released|provided|distributed|posted|published|issued|supplied)\b",
    re.I,
)
_LENDERS = r"picture[ -]alliance|imago(?: images)?|dpa|ddp|afp|epa|ap|images?"
_NAME = (
    rf"(?:[A-ZÀ-Þ][\w.’'-]*|(?:{_LENDERS})(?=/))"
    rf"(?:[ /,&]+(?:[A-ZÀ-Þ][\w.’'-]*|via|for|of|the|{_LENDERS})){{0,7}}"
)
_CREDIT = re.compile(
    rf"\b(?i:photo(?:graph(?:er)?)?s?|images?|pictures?|pic|credits?|illustration|graphic)(?i: credit| courtesy| copyright)?"
    rf"(?:\s*:\s*(?i:by )?|\s+(?i:by|courtesy of)\s+){_NAME}[.)\]]*$"
    rf"|\bImage (?:copyright|source),? {_NAME}$"
    rf"|[.!?]\s+{_NAME}\s/\s{_NAME}$"
    rf"|(?:©|(?i:\bcourtesy of\b))\s*(?:\d{{4}}\s+)?{_NAME}[.)\]]*$"
    rf"|[\[(](?:(?i:file)[:,]?\s+)?(?:{_NAME}\s)?(?i:photos?|images?|handout|file)\b(?:[ /:,]*(?i:by )?{_NAME})?[\])]\.?$"
    rf"|[\[(]{_NAME}(?:/{_NAME}|\svia\s{_NAME})[\])]\.?$|\bGetty Images[.)\]]*$"
)
_AGENCIES = (
    r"(?:AFP|AP|Associated Press|Reuters|REUTERS|EPA(?:-EFE)?|EFE|Getty(?: Images)?|Anadolu|Xinhua|TASS|UPI|dpa|DPA|ANSA"
    r"|PA(?: Wire| Media)?|Bloomberg|Shutterstock|Alamy|Keystone|Kyodo|Yonhap|Sputnik|ANP|Belga|NTB|Ritzau)"
)
_AGENCY = re.compile(
    r"(?:\b[A-Z]{2,8}/[A-Z][\w .’'-]{2,40}|\b[A-Z][\w .’'-]{2,40}/[A-Z]{2,8})[.)\]]*$"
    rf"|[\w’'\"”)] \[{_AGENCIES}\]$"
    rf"|(?:[.!?”\"’)\]]\s+|[—–]\s*|[(©]\s*)(?:[A-ZÀ-Þ][^.!?]{{0,50}}(?:\s?/\s?|\svia\s))?{_AGENCIES}[)\]]?$"
    rf"|[.!?]\s+[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+ [A-ZÀ-Þ][A-ZÀ-Þ .'’-]{{1,40}} {_AGENCIES}$"
    r"| Acquire Licensing Rights"
)
_PLACE_AND_DATE = re.compile(rf"[^\W\d_][^:.!?]{{1,60}},\s+{_DATE}\s*(?P<end>[:.–—-]+)\s*\S", re.I)
_DATE_AT_END = re.compile(rf",\s+(?:on\s+)?{_DATE}\.?$", re.I)
_DATE_ON_AT_END = re.compile(rf"\bon\s+(?:{_DATE}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\.?$", re.I)
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|did|will|would|could|(?-i:may)|might|until|due|expected|scheduled|can|must|should|(?<!\bthe )(?<!\ba )(?<!\ban )(?!\d)\w{2,}ed)\b",
    re.I,
)
_POINTING = re.compile(
    r"\((?:[^()]{0,20}\b)?(?:left|right|cent(?:re|er)|pictured|seen here)\b[^()]{0,20}\)|\bpictured\b", re.I
)
_SPEECH = re.compile(r"\b(?:said|says|told|announced|added|asked|warned|wrote)\b|[“”\"]")


def looks_like_caption(words: str) -> bool:
    """Whether one block of text is a caption.

    Its marks: a label ("Photo: …", "In this image taken from video"), a credit at its end ("Image: A. Name", "(AP Photo/A. Name)",
    "[Name/Agency]"), a place and date in front ("Harbour, 3 May 2024: …") or at the end of a single
    sentence in the present without speech, or words that point into the picture. Plain captions without any of
    these are taken for headings or paragraphs.
    """
    words = " ".join(words[: _LONGEST + 1].split())
    if len(words) > _LONGEST:
        return False
    tail = words[-160:]
    if (
        _LABEL.match(words)
        or _CREDIT.search(tail)
        or _AGENCY.search(tail)
        or _opens_with_place_and_date(words)
    ):
        return len(words.split()) > 2
    if len(words) > 250 or _SPEECH.search(words):
        return False
    single = not re.search(r"[.!?]\s+[A-Z]", words)
    shows = len(words.split()) > 7 and not _PAST.search(words)
    dated = _DATE_AT_END.search(tail) or (shows and _DATE_ON_AT_END.search(tail))
    return single and bool(dated or _POINTING.search(words)) and len(words.split()) > 5


def _opens_with_place_and_date(words: str) -> bool:
    """``Harbour, 3 May 2024: …``; not the dateline of a report, with its place in capitals and a dash."""
    match = _PLACE_AND_DATE.match(words)
    if match is None:
        return False
    place = words[: match.start("end")].split(",")[0]
    return match["end"][0] in ":." or not (place.isupper() or _SPEECH.search(words))

"""Which language a text is in, by its commonest small words and its script."""

from __future__ import annotations

import re
from collections import Counter

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_WORDS = 2_000
_ENOUGH_WORDS = 12
_COMMONEST = {
    "en": "the of and to in is was that for on with as at by from it he she his her has have were said which who an this",
    "de": "der die das und ist nicht von mit den dem des ein eine für auf sich im zu hat sie er auch wurde bei nach",
    "fr": "le la les des et est une du pour dans que qui sur au avec pas par il elle ce son sa ont été aux",
    "es": "el la los las de y que en un una por con para del se no su al lo como más fue ha sus",
    "it": "il la che di e un una per con non del della le gli sono ha è dei nel alla da si anche più",
    "nl": "de het een en van is niet dat op te in met voor zijn werd aan er ook door naar bij om",
    "pt": "o a os as de que e do da em um uma para com não por no na dos se mais foi ao",
    "sv": "och att det som en på är av för med till den har de inte om ett var från vid",
    "pl": "i w na z się nie do że to jest o jak po przez dla od za oraz był jego",
    "tr": "ve bir bu da de için ile olarak olan daha çok gibi kadar sonra ne ama",
    "id": "yang dan di dengan untuk dari ini itu dalam pada tidak akan oleh juga ke",
}
_SMALL_WORDS = {code: frozenset(small.split()) for code, small in _COMMONEST.items()}
_SCRIPTS = (
    ("ru", re.compile(r"[\u0400-\u04ff]")), ("el", re.compile(r"[\u0370-\u03ff]")), ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")), ("hi", re.compile(r"[\u0900-\u097f]")), ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")), ("zh", re.compile(r"[\u4e00-\u9fff]")), ("ko", re.compile(r"[\uac00-\ud7af]")),
)  # fmt: skip
_UKRAINIAN = re.compile(r"[іїєґ]", re.I)
_NAMES = {
    "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "nl": "Dutch", "pt": "Portuguese", "sv": "Swedish",
    "pl": "Polish", "tr": "Turkish", "id": "Indonesian", "ru": "Russian", "uk": "Ukrainian", "el": "Greek", "ar": "Arabic",
    "he": "Hebrew", "hi": "Hindi", "th": "Thai", "ja": "Japanese", "zh": "Chinese", "ko": "Korean",
}  # fmt: skip


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None where it is too short or looks like none we know."""
    sample = text[:20_000]
    letters = 0 if sample.isascii() else len(_LETTER.findall(sample))
    for code, script in _SCRIPTS if letters else ():
        if len(script.findall(sample)) > 0.3 * letters:
            return "uk" if code == "ru" and len(_UKRAINIAN.findall(sample)) > 0.02 * len(sample) else code
    words = [w.lower() for w in _WORD.findall(sample)[:_SAMPLE_WORDS]]
    if len(words) < _ENOUGH_WORDS:
        return None
    counts = Counter(words)
    met = {code: counts.keys() & small for code, small in _SMALL_WORDS.items()}
    shares = {code: sum(counts[w] for w in small) / len(words) for code, small in met.items()}
    best = max(shares, key=lambda code: shares[code])
    several = len(met[best]) > 2
    return best if shares[best] > 0.12 and several else None


def language_note(code: str | None) -> str | None:
    """The sentence to say when a text is not in English, else None."""
    if code in (None, "en"):
        return None
    return (
        f"This text looks {_NAMES[code]}. The rules know English only, so expect a draft with little in it."
    )

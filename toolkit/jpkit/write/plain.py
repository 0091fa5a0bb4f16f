"""Text as one line that any importer takes: what formats for other programs have in common."""

import re

from jpkit.lazy import lazy

# C0 and C1 controls and the line ends of Unicode, which DeepL refuses and a table would break at; of these
# XML 1.0 allows three. U+FFFE and U+FFFF it does not allow either.
_BROKEN = lazy("[\0-\x20\x7f-\x9f\u2028\u2029\ufffe\uffff]+")
_NOT_IN_IRI = lazy('[\0-\x20<>"{}|^`\\[\\]\\\\%#?\x7f-\xa0\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufff0-\uffff]')
_SURROGATE = lazy("[\ud800-\udfff]")


def plain(text: str) -> str:
    """The text in one line without control characters; what is no Unicode shows as on standard output."""
    if text.isalnum():  # most names
        return text
    return _SURROGATE.sub(_escape, _BROKEN.sub(" ", text)).strip()


def iri(text: str) -> str:
    """The text as part of an IRI: Japanese stays readable, what an IRI cannot hold is percent-encoded."""
    return _NOT_IN_IRI.sub(_percent, text)


def _escape(half: re.Match[str]) -> str:
    return f"\\u{ord(half[0]):04x}"


def _percent(sign: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in sign[0].encode("utf-8", "surrogatepass"))

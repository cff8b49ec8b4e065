"""english: an English document in; statements with spans out, by written rules over one spaCy parse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from secondsource.read.english.assemble import assemble, statement_id
from secondsource.read.english.channels.channels import find_channels
from secondsource.read.english.draft import Draft
from secondsource.read.english.emergences.emergences import find_emergences
from secondsource.read.english.events.events import find_events
from secondsource.read.english.findings.checked import with_checked
from secondsource.read.english.findings.findings import find_findings
from secondsource.read.english.namings.namings import find_namings
from secondsource.read.english.parsed import ParsedText, parse
from secondsource.read.english.text.model import DEFAULT_MODEL, load_model
from secondsource.read.english.threats.threats import find_threats
from secondsource.read.english.ties.ties import find_ties
from secondsource.read.english.weights import weights_version
from secondsource.read.english.who.publisher import publisher_name
from secondsource.records import Document, Statement

if TYPE_CHECKING:
    from secondsource.read.english.learned import LearnedText

# Each finds one kind of statement; the order changes nothing.
DETECTORS: tuple[Callable[[ParsedText], list[Draft]], ...] = (
    find_ties,
    find_namings,
    find_emergences,
    find_threats,
    find_channels,
    find_findings,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnglishReader:
    """The reader for English; `model` names the spaCy pipeline, `weights` a folder of learned parts, if any."""

    model: str = DEFAULT_MODEL
    name: str = "english"
    weights: Path | None = None

    @property
    def version(self) -> str:
        """Rules and model together."""
        learned = f"+{weights_version(self.weights)}" if self.weights else ""
        return f"3+{self.model}{learned}"

    def accepts(self, language: str | None) -> bool:
        """English, and texts too short or odd for their language to be known."""
        return language in {None, "en"}

    def read(self, document: Document) -> tuple[Statement, ...]:
        """The statements of the document, in order; none for a text that carries none."""
        if not document.text.strip():
            return ()
        parsed = parse(document.text, load_model(self.model), publisher_name(document.outlet))
        drafts = [draft for detect in DETECTORS for draft in detect(parsed)]
        learned = None
        if self.weights:
            learned, drafts = weigh(parsed, drafts, self.weights)
        drafts = [*find_events(parsed, learned), *drafts]
        drafts = with_checked(
            parsed, drafts, lambda draft: statement_id(document.id, draft, self.name, self.version)
        )
        return assemble(document.id, drafts, self.name, self.version)


def weigh(parsed: ParsedText, drafts: list[Draft], weights: Path) -> tuple[LearnedText, list[Draft]]:
    """The learned view of the text, and the drafts that it leaves and adds; needs the extra `learned`."""
    from secondsource.read.english.learned import LearnedParts, weigh_drafts  # which not everybody installs

    learned = LearnedParts.load(weights).over(parsed, drafts)
    return learned, weigh_drafts(learned, drafts)


reader = EnglishReader()

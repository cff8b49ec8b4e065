"""What a judgement is about, in words: a document's title, a claim, a statement's quote, another judgement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from secondsource.records import Document, Judgement
from secondsource.show.brief.claims import claim_when, claim_words
from secondsource.show.brief.days import date_words
from secondsource.show.brief.parts import bare_words
from secondsource.show.brief.quoting import quote
from secondsource.show.brief.view import View
from secondsource.weigh import document_title

_LONGEST_QUOTE = 120


def subject_words(
    judgements: Iterable[Judgement], view: View, documents: Mapping[str, Document]
) -> dict[str, str]:
    """Words for the ids that these judgements name; names of actors and outlets are words already."""
    made = {j.id: j for j in judgements}
    found: dict[str, str] = {}
    for subject in {s for j in made.values() for s in j.subjects}:
        words = _words(subject, view, documents, made)
        if words:
            found[subject] = words
    return found


def _words(
    subject: str, view: View, documents: Mapping[str, Document], made: Mapping[str, Judgement]
) -> str | None:
    if subject in documents:
        document = documents[subject]
        title = document_title(document)
        return f"“{title}”" + (f" ({document.outlet})" if document.outlet else "") if title else None
    if subject in view.claims:
        claim = view.claims[subject]
        what = bare_words((*claim_words(view, claim), *claim_when(view, claim)))
        return f"{view.actor_name(claim.claimant_id)}’s claim of the {what}"
    if subject in view.all:
        statement = view.all[subject].statement
        held = documents.get(statement.document_id)
        words = quote(held, statement.span, [statement]) if held else None
        if words is None:
            return None
        return f"“{words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rstrip() + '…'}”"
    if subject in made:
        judgement = made[subject]
        return f"the judgement of {date_words(judgement.at.date())} ({judgement.kind.value}: {judgement.why})"
    return None

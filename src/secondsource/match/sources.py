"""What people said of the sources: grades A–F, owners and slants, by one form of each name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secondsource.errors import JudgementError
from secondsource.judgements import in_force
from secondsource.match.outlets import name_key
from secondsource.records import Judgement, JudgementKind

GRADES = "ABCDEF"
# Subjects of a judgement about a source: "outlet:NAME"; a holder that is no outlet is named the same way.
PREFIX = "outlet:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Grades, owners and known slants, keyed by `name_key` of the outlet's or holder's name."""

    grades: Mapping[str, str]
    owners: Mapping[str, str]
    slants: Mapping[str, str]

    def grade(self, name: str) -> str | None:
        """The grade of a source, or None where nobody set one."""
        return self.grades.get(name_key(name))

    def owner(self, name: str) -> str | None:
        """Who owns a source, or None where nobody said."""
        return self.owners.get(name_key(name))

    def last_owner(self, name: str) -> str:
        """Who owns the owner of a source, and so on; the source itself where nobody owns it."""
        seen = {name_key(name)}
        while (owner := self.owner(name)) and name_key(owner) not in seen:
            name = owner
            seen.add(name_key(name))
        return name

    def under(self, spellings: Mapping[str, str]) -> Sources:
        """The same, by the names under which outlets count: what was said of "AFP" is said of the whole name."""

        def moved(fields: Mapping[str, str]) -> dict[str, str]:
            other = {name_key(spellings[key]): value for key, value in fields.items() if key in spellings}
            return {**other, **fields}

        return Sources(grades=moved(self.grades), owners=moved(self.owners), slants=moved(self.slants))

    def slant(self, name: str) -> str | None:
        """The known slant of a source, in the words of the person who noted it."""
        return self.slants.get(name_key(name))


NO_SOURCES = Sources(grades={}, owners={}, slants={})


def read_sources(judgements: Iterable[Judgement]) -> Sources:
    """What the standing judgements say of sources; the newest word on each field holds.

    They are of kind *correct*, on the subject "outlet:NAME", with the field "grade", "owner" or "slant"; an
    empty value takes the field back. Raises JudgementError for a grade that isn't A to F.
    """
    fields: dict[str, dict[str, str]] = {"grade": {}, "owner": {}, "slant": {}}
    for judgement in in_force(judgements):
        if judgement.kind is not JudgementKind.CORRECT or judgement.field not in fields:
            continue
        for subject in judgement.subjects:
            if not subject.startswith(PREFIX):
                continue
            key, value = name_key(subject.removeprefix(PREFIX)), (judgement.value or "").strip()
            if judgement.field == "grade":
                value = value.upper()
                if value and value not in GRADES:
                    raise JudgementError(
                        subject, f'"{judgement.value}" is no grade.', "Grades are A, B, C, D, E and F."
                    )
            if value:
                fields[judgement.field][key] = value
            else:
                fields[judgement.field].pop(key, None)
    return Sources(grades=fields["grade"], owners=fields["owner"], slants=fields["slant"])

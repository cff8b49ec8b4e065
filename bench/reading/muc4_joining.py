"""Incidents that become MUC-4 templates, and which sentences tell of the same one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
THRESHOLD = 3


@dataclass(slots=True)
class Incident:
    """One template on the way: its type, and its entities as mentions by role, each once.

    `days` are the words for days in its sentences; `is_told_anew` where its sentence says "another" or the like.
    """

    type: str
    roles: dict[str, list[str]] = field(default_factory=lambda: {role: [] for role in ROLES})
    sentences: set[int] = field(default_factory=set)
    weight: int = 0
    place: str | None = None
    days: frozenset[str] = frozenset()
    is_told_anew: bool = False

    def add(self, role: str, name: str | None) -> None:
        if name and name not in self.roles[role]:
            self.roles[role].append(name)

    def join(self, other: Incident) -> None:
        for role in ROLES:
            for name in other.roles[role]:
                self.add(role, name)
        self.sentences |= other.sentences
        self.weight += max(other.weight, 0)
        self.place = self.place or other.place
        self.days |= other.days

    def may_be(self, other: Incident) -> bool:
        """True unless the two are of different types or told to have happened in different places."""
        if self.type != other.type:
            return False
        here, there = self.place, other.place
        return here is None or there is None or here in there or there in here

    def is_another(self, told: Incident) -> bool:
        """True if the later sentence tells of one more incident: of other victims, or in words that say so."""
        if told.sentences <= self.sentences:
            return False
        if told.is_told_anew and (told.roles["Victim"] or told.roles["Target"]):
            return True
        is_other_day = bool(self.days) and bool(told.days) and not self.days & told.days
        return self._differs(told, "Victim") or (is_other_day and self._differs(told, "Target"))

    def _differs(self, told: Incident, role: str) -> bool:
        here, there = set(self.roles[role]), set(told.roles[role])
        return bool(here) and bool(there) and not here & there

    def as_template(self) -> dict[str, object]:
        return {"incident_type": self.type, **{r: [[n] for n in self.roles[r]] for r in ROLES}}


def join_incidents(told: Iterable[Incident]) -> list[Incident]:
    """What the sentences tell of, those of one incident joined, in the order of the text."""
    return _without_weak_attack(_by_incident(told))


def _by_incident(incidents: Iterable[Incident]) -> list[Incident]:
    """The incidents that the text tells of: one a type, and more where graver ones are told as others."""
    out: list[Incident] = []
    for incident in incidents:
        if incident.type:
            same = [o for o in out if o.type == incident.type]
            fits = [o for o in same if o.may_be(incident) and not o.is_another(incident)]
            home = fits[-1] if fits else None
            if same and home is None and incident.weight < THRESHOLD:
                home = same[-1]
        else:
            home = out[-1] if out else None  # victims and accused told of after the deed
        if home:
            home.join(incident)
        elif incident.type:
            out.append(incident)
    return out


def _without_weak_attack(incidents: list[Incident]) -> list[Incident]:
    """A bombing takes up what the text also calls an attack, where the attack has no more to it."""
    bombing = next((i for i in incidents if i.type == "bombing" and i.weight >= THRESHOLD), None)
    attack = next((i for i in incidents if i.type == "attack"), None)
    if bombing is None or attack is None or attack.weight > bombing.weight:
        return incidents
    bombing.join(attack)
    return [i for i in incidents if i is not attack]

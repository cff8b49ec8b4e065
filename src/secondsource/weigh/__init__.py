"""weigh: incidents and families in; verdicts with reasons and the case for and against each tie out.

`weigh(resolution, matched, documents, judgements)` does it all. For what is computed when shown:
`gather_evidence` once, then `lay_side_by_side(incident, evidence)` and `find_misfits(evidence)`.
Never by counting articles. Must not know: how anything is shown or stored.
"""

from secondsource.match.sources import NO_SOURCES, Sources, read_sources
from secondsource.weigh.details import Detail, differing, lay_side_by_side
from secondsource.weigh.evidence import Evidence, document_title
from secondsource.weigh.misfits import Misfit, find_misfits
from secondsource.weigh.overrides import check_override
from secondsource.weigh.resemblance import Resemblance, find_new_groups, find_resemblances
from secondsource.weigh.ties import weigh_ties
from secondsource.weigh.verdicts import RULES, weigh_claims
from secondsource.weigh.weighing import Weighed, gather_evidence, reopen_evidence, weigh

__all__ = [
    "NO_SOURCES",
    "RULES",
    "Detail",
    "Evidence",
    "Misfit",
    "Resemblance",
    "Sources",
    "Weighed",
    "check_override",
    "differing",
    "document_title",
    "find_misfits",
    "find_new_groups",
    "find_resemblances",
    "gather_evidence",
    "lay_side_by_side",
    "read_sources",
    "reopen_evidence",
    "weigh",
    "weigh_claims",
    "weigh_ties",
]

"""All rules on one briefing."""

from briefing.checks.rule import LOOKED, Material
from briefing.checks.rules import RULES, mixed_set
from briefing.checks.sentences import sentences
from briefing.checks.waive import waive
from briefing.model import Document, Examination, Facts, Finding, Manuscript, Spec


def examine(
    spec: Spec,
    facts: Facts,
    manuscripts: tuple[Manuscript, ...],
    documents: tuple[Document, ...],
) -> Examination:
    """What the rules find, in their order, each finding once; less what the manifest waives."""
    told = tuple(sentence for document in documents for sentence in sentences(document))
    material = Material(spec, facts, manuscripts, documents, told)
    found: list[Finding] = []
    ran: list[str] = []
    not_run: list[tuple[str, str]] = []
    mixed = False
    for code, rule in RULES.items():
        idle = rule.idle(material)
        if idle:
            not_run.append((code, idle))
            continue
        ran.append(code)
        own = tuple(rule.examine(material))
        mixed = mixed or (rule is mixed_set.RULE and bool(own))
        found.extend(own)
    kept, waived = waive(material, tuple(dict.fromkeys(found)))
    counts = {kind: count(material) for kind, count in LOOKED.items()}
    looked = tuple((code, RULES[code].looks, counts[RULES[code].looks]) for code in ran)
    return Examination(kept, waived, tuple(ran), tuple(not_run), looked, mixed)

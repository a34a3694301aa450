"""What stands in a manuscript where it can't: exhibits that there are not, a second lead."""

from msgspec.structs import replace

from briefing import model
from briefing.narrative.walk import placements

# Of these a section has one.
_ONCE = (model.Role.LEAD, model.Role.KEYPOINTS)


def unknown(spec: model.Spec, manuscript: model.Manuscript) -> list[model.Finding]:
    """Exhibits placed that the manifest has not."""
    findings = []
    for placement in placements(manuscript):
        if placement.exhibit not in spec.exhibits and placement.exhibit not in spec.broken:
            guess = model.did_you_mean(placement.exhibit, spec.exhibits)
            message = f"there is no exhibit “{placement.exhibit}”{guess}"
            hint = "name an exhibit of the manifest: ![Title](exhibit:name)"
            findings.append(model.Finding("B318", placement.place, message, hint))
        exhibit = spec.exhibits.get(placement.exhibit)
        if exhibit is not None and placement.kind not in ("", exhibit.kind):
            message = f"“{placement.exhibit}” is of kind {exhibit.kind}, not {placement.kind}"
            hint = f"name an exhibit of kind {placement.kind}: ::: {placement.kind} NAME"
            findings.append(model.Finding("B318", placement.place, message, hint))
    return findings


def roles(manuscript: model.Manuscript) -> list[model.Finding]:
    """A section has one lead, of one paragraph; the first alone has key points, once."""
    findings = []
    for position, section in enumerate(manuscript.sections):
        seen: set[model.Role] = set()
        for block in model.every_block(section.blocks):
            if not isinstance(block, model.Container) or block.role not in _ONCE:
                continue
            message, hint = _misused(block, block.role in seen, position)
            seen.add(block.role)
            if message:
                findings.append(model.Finding("B320", block.place, message, hint))
    return findings


def as_plain(
    sections: tuple[model.Section, ...], misused: tuple[model.Finding, ...]
) -> tuple[model.Section, ...]:
    """The sections of a draft, with plain blocks for leads and key points that can't be."""
    wrong = {finding.place for finding in misused}
    if not wrong:
        return sections

    def change(block: model.Block) -> tuple[model.Block, ...]:
        is_wrong = isinstance(block, model.Container) and block.place in wrong
        return block.blocks if is_wrong and isinstance(block, model.Container) else (block,)

    return tuple(replace(s, blocks=model.rebuilt(s.blocks, change)) for s in sections)


def _misused(block: model.Container, again: bool, position: int) -> tuple[str, str]:
    """What is wrong with a lead or key points, and what to do; empty when nothing is."""
    if again:
        return f"a second “::: {block.role}” in one section", "put both into one block"
    if block.role is model.Role.LEAD:
        if len(block.blocks) != 1 or not isinstance(block.blocks[0], model.Paragraph):
            return "“::: lead” is not one paragraph", "keep its first sentence; the rest goes below"
    elif position:
        return "key points outside the first section", "move them into the first section"
    return "", ""

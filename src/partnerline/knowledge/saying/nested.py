"""Items below items: one is never said without what stands over it, for "macOS" may stand under "Not supported"."""

from collections.abc import Sequence

from partnerline.knowledge.saying.part import Part, bold, heading_of
from partnerline.knowledge.saying.section import Section, Unit


def family_of(run: Sequence[Unit], unit: Unit) -> tuple[Unit, ...]:
    """The item of the outermost level that the unit is or stands below, with all below it."""
    at = run.index(unit)
    least = min(one.indent for one in run)
    first = next(n for n in range(at, -1, -1) if run[n].indent == least or n == 0)
    last = first + 1
    while last < len(run) and run[last].indent > least:
        last += 1
    return tuple(run[first:last])


def told(section: Section, family: Sequence[Unit], lead: Unit) -> Part:
    """The outermost item and all below it, the lead marked."""
    top, below = family[0], family[1:]
    heading = heading_of(section).strip("*")
    head = bold(top.bare) + (f" ({heading})" if heading else "")
    depth = min(unit.indent for unit in below)
    lines = [
        f"{' ' * (unit.indent - depth)}{_marked(unit) if unit == lead else unit.text}"
        for unit in below
    ]
    return Part(text="\n".join((head, "", *lines)), lead=(lead,), units=tuple(family))


def path_to(run: Sequence[Unit], unit: Unit) -> tuple[Unit, ...]:
    """The items that stand over the unit, outermost first."""
    over: list[Unit] = []
    indent = unit.indent
    for one in reversed(run[: run.index(unit)]):
        if one.indent < indent:
            over.insert(0, one)
            indent = one.indent
    return tuple(over)


def _marked(unit: Unit) -> str:
    return unit.text.replace(unit.bare, bold(unit.bare), 1)

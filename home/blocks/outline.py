"""A heading outline without gaps, whatever level editors picked."""

import re

from django.utils.safestring import SafeString, mark_safe

HEADING = re.compile(r"<(?P<end>/?)h(?P<level>[1-6])(?=[\s>])", re.IGNORECASE)
# Below the one h1 of the page.
TOP = 2


def sound_outline(html: str) -> SafeString:
    """The same markup with headings that start at h2 and never skip a level."""
    above: list[int] = []

    def remapped(match: re.Match) -> str:
        if not match["end"]:
            level = max(int(match["level"]), TOP)
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
        return f"<{match['end']}h{len(above) + 1}"

    return mark_safe(HEADING.sub(remapped, str(html)))  # noqa: S308

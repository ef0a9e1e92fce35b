"""How long headline and lead may be. Asked of those who submit; imports and what readers know may be longer."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

HEADLINE = 110
LEAD = 350


def too_long(article: Any, shown: Any) -> Iterator[str]:
    """A sentence for each text that has not its measure and is not the one that readers know."""
    if len(article.title) > HEADLINE and not (shown and shown.title == article.title):
        yield _("The headline has %(length)d characters, at most %(most)d are possible. Please shorten it.") % {
            "length": len(article.title),
            "most": HEADLINE,
        }
    if not article.lead.strip():
        yield _("The lead is missing. Please write two or three sentences that say what it is about.")
    elif len(article.lead) > LEAD and not (shown and shown.lead == article.lead):
        yield _("The lead has %(length)d characters, at most %(most)d are possible. Please shorten it.") % {
            "length": len(article.lead),
            "most": LEAD,
        }

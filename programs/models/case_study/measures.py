"""How long and how many: asked of those who submit a case study, never of a draft. What readers know stays."""

from collections.abc import Iterator
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

LONGEST = {"title": 100, "lead": 280}
MOST = {"subjects": 3, "target_groups": 5, "methods": 6, "further_municipalities": 20}


def beyond(study: Any, shown: Any) -> Iterator[str]:
    """A sentence for each text that is too long and each list that is too long."""
    for name, most in LONGEST.items():
        text = getattr(study, name)
        if len(text) > most and text != getattr(shown, name, None):
            words = {"name": capfirst(str(study._meta.get_field(name).verbose_name)), "length": len(text), "most": most}
            yield _("%(name)s: %(length)d characters, at most %(most)d are possible. Please shorten it.") % words
    yield from (sentence for _name, sentence in too_many(study))


def too_many(study: Any) -> Iterator[tuple[str, str]]:
    """Each list that is too long, with a sentence."""
    for name, most in MOST.items():
        count = len(getattr(study, name).all())
        if count > most:
            words = {"name": capfirst(str(study._meta.get_field(name).verbose_name)), "count": count, "most": most}
            sentence = _("%(name)s: %(count)d are chosen, at most %(most)d are possible. Please choose the best.")
            yield name, sentence % words

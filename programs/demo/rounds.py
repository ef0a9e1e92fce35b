"""Editions of the demo by the name that stories use."""

from programs.models import EditionPage


def round_named(key: str) -> EditionPage | None:
    """The edition at `programme/edition`, if an earlier chapter has told it."""
    return EditionPage.objects.filter(slug=key.rpartition("/")[2], url_path__endswith=f"/{key}/").first()

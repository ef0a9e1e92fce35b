"""The vocabulary of questions about pages: querysets in, querysets out."""

from typing import Any, Self

from django.db.models import Prefetch, prefetch_related_objects
from wagtail.images import get_image_model
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from .closed import closed, closed_paths

# The form of a picture in a teaser, above an article, and where a page is shared.
TEASER, ABOVE, SHARED = "fill-640x360|format-webp", "width-1200|format-webp", "fill-1200x630|format-jpeg"


class BasePageQuerySet(PageQuerySet):
    """Pages asked in the words of the newsroom."""

    def readable(self) -> Self:
        """Live and without a view restriction on them or an ancestor: what everybody may read."""
        return self.live().exclude(closed()) if closed_paths() else self.live()

    def about(self, subject) -> Self:
        """Pages with this subject."""
        return self.filter(subjects=subject)

    def newest_first(self) -> Self:
        """By the date shown; the key decides between equals, so that paging never skips or repeats."""
        return self.order_by("-display_date", "-pk")

    def with_teasers(self) -> Self:
        """Everything a teaser shows, in a number of queries that does not grow with the list."""
        return self.select_related("owner_body", "lead_image").prefetch_related(teaser_pictures(), "subjects")


def teaser_pictures(*others: str) -> Prefetch:
    """The pictures of teasers as they are drawn, or in other forms as well."""
    drawn = get_image_model().get_rendition_model().objects.filter(filter_spec__in=(TEASER, *others))
    return Prefetch("lead_image__renditions", queryset=drawn, to_attr="prefetched_renditions")


def load_teasers(*lists: BasePageQuerySet, around: Any = None) -> tuple[list, ...]:
    """Several lists of pages; what their teasers show is asked for once for all of them, and the page around them."""
    loaded = tuple(list(pages.select_related("owner_body", "lead_image")) for pages in lists)
    pages, forms = [page for pages in loaded for page in pages], ()
    if around is not None:
        pages, forms = [around, *pages], (ABOVE, SHARED)
    prefetch_related_objects(pages, teaser_pictures(*forms), "subjects")
    return loaded


BasePageManager = PageManager.from_queryset(BasePageQuerySet)

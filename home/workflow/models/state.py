"""Where each page stands, in a row beside it: never part of revisions, copies or aliases."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..states import Publication, Review


class PageState(models.Model):
    """The two axes of one page; written by transitions and by `keeping.py` only."""

    page = models.OneToOneField(
        "page.BasePage", primary_key=True, on_delete=models.CASCADE, related_name="state", verbose_name=_("page")
    )
    publication = models.CharField(
        _("publication"), max_length=20, choices=Publication, default=Publication.NEVER, db_index=True
    )
    review = models.CharField(_("review"), max_length=20, choices=Review, default=Review.DRAFT, db_index=True)
    changed_at = models.DateTimeField(_("since"), auto_now=True)

    class Meta:
        app_label = "workflow"
        verbose_name = _("state of a page")
        verbose_name_plural = _("states of pages")

    def __str__(self) -> str:
        return f"{self.get_publication_display()}, {self.get_review_display()}"

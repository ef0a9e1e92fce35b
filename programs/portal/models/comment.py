"""Remarks of the reviewers about a section: internal unless they are meant for the municipality."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CommentQuerySet(models.QuerySet):
    """Comments asked in the words of a review."""

    def for_municipality(self) -> Self:
        """What the municipality may read."""
        return self.filter(audience=SectionComment.Audience.MUNICIPALITY, sent_at__isnull=False)

    def open(self) -> Self:
        """Not answered and not settled."""
        return self.filter(answered_at=None, settled_at=None)


class SectionComment(models.Model):
    """One remark about one section of one version."""

    class Audience(models.TextChoices):
        INTERNAL = "internal", _("internal")
        MUNICIPALITY = "municipality", _("to the municipality")

    page = models.ForeignKey("programs.CaseStudyPage", on_delete=models.CASCADE, related_name="section_comments")
    revision = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    section = models.CharField(pgettext_lazy("of the form", "section"), max_length=30)
    audience = models.CharField(_("for"), max_length=20, choices=Audience, default=Audience.INTERNAL)
    text = models.TextField(_("comment"), max_length=2_000)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    # When the municipality was asked; until then only the editors read it.
    sent_at = models.DateTimeField(null=True)
    answer = models.TextField(_("answer"), max_length=2_000, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    answered_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment on a section")
        verbose_name_plural = _("comments on sections")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def is_unsent(self) -> bool:
        """Whether it is meant for the municipality, and waits for the mail with all questions."""
        return self.audience == self.Audience.MUNICIPALITY and self.sent_at is None and self.is_open

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to answer."""
        return self.answered_at is None and self.settled_at is None

"""What the portal knows of a case study beside its text: dates, and who is to act. Never part of revisions."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

NOTE_AFTER = timedelta(days=60)


class Case(models.Model):
    """The row beside a case study that a municipality writes."""

    class Answer(models.TextChoices):
        VALID = "valid", _("still true")
        CHANGE = "change", _("a small change")
        ENDED = "ended", _("ended")

    page = models.OneToOneField(
        "programs.CaseStudyPage", primary_key=True, on_delete=models.CASCADE, related_name="case"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    deadline = models.DateField(_("deadline"), null=True, blank=True)
    submitted_at = models.DateTimeField(_("submitted"), null=True)
    answer_due = models.DateField(_("answer due"), null=True)
    interviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    confirmed_at = models.DateTimeField(_("confirmed by the municipality"), null=True)
    freshness_asked_at = models.DateTimeField(null=True)
    fresh_at = models.DateTimeField(_("confirmed as true"), null=True)
    freshness_answer = models.CharField(max_length=10, choices=Answer, blank=True)

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")

    def __str__(self) -> str:
        return f"{self.page_id}"

    @property
    def is_unconfirmed(self) -> bool:
        """Whether readers are told that nobody has confirmed the text for long; no job has to run for it."""
        return self.freshness_asked_at is not None and self.freshness_asked_at < timezone.now() - NOTE_AFTER

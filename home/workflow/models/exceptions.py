"""What leaves the straight path: a text not accepted, a page taken offline, a publication in an emergency."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractPage


def unless_readers_see_it(collector: Any, field: models.Field, rows: models.QuerySet, using: str) -> None:
    """A version that readers still see is not purged; it goes with its page."""
    with_its_page = any(issubclass(model, AbstractPage) for model in collector.data)
    if not with_its_page and (read := list(rows.filter(kind=Withdrawal.Kind.KEPT))):
        raise models.ProtectedError("Readers still see this version.", set(read))
    models.SET_NULL(collector, field, rows, using)


class Withdrawals(models.Manager):
    """Withdrawals by what readers still see."""

    def readable(self) -> models.QuerySet:
        """Those that leave the text readable, until the page is published again."""
        return self.filter(
            kind=Withdrawal.Kind.KEPT, page__live=False, done_at__gte=models.F("page__last_published_at")
        ).exclude(revision=None)


class DeclineProposal(models.Model):
    """One proposal not to accept a text, made at one step; it lapses with the step."""

    class Kind(models.TextChoices):
        OTHER_SUBJECT = "other_subject", _("It does not fit what is collected here.")
        NOT_TRIED = "not_tried", _("It was not tried in practice yet.")
        TOO_LITTLE = "too_little", _("Others cannot learn enough from it yet.")
        KNOWN = "known", _("There is a similar example already.")
        RIGHTS = "rights", _("Rights or consents are not settled.")
        OTHER = "other", _("For another reason.")

    page = models.ForeignKey("page.BasePage", on_delete=models.CASCADE, related_name="decline_proposals")
    step = models.OneToOneField("wagtailcore.TaskState", on_delete=models.CASCADE, related_name="decline_proposal")
    kind = models.CharField(_("reason"), max_length=20, choices=Kind)
    text = models.TextField(_("explanation"), max_length=4_000)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    proposed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        app_label = "workflow"
        verbose_name = _("proposal not to accept a text")
        verbose_name_plural = _("proposals not to accept a text")

    def __str__(self) -> str:
        return f"{self.page}: {self.get_kind_display()}"


class Withdrawal(models.Model):
    """One request to take a live page offline, and its confirmation by a second person."""

    class Kind(models.TextChoices):
        OUTDATED = "outdated", _("outdated")
        KEPT = "kept", _("outdated, but it stays readable below a notice")
        WRONG = "wrong", _("wrong")
        MERGED = "merged", _("merged into another page")

    page = models.ForeignKey("page.BasePage", on_delete=models.CASCADE, related_name="withdrawals")
    kind = models.CharField(_("why"), max_length=20, choices=Kind)
    successor = models.ForeignKey(
        "page.BasePage",
        verbose_name=_("page that replaces it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    notice = models.CharField(
        _("what readers are told"),
        max_length=300,
        blank=True,
        help_text=_("Stands at the old address. Empty: a general sentence."),
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    done_at = models.DateTimeField(null=True)
    # What readers saw last; whatever is written in the page since then is not shown.
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, editable=False, on_delete=unless_readers_see_it, related_name="+"
    )

    objects = Withdrawals()

    class Meta:
        app_label = "workflow"
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        constraints = [
            models.UniqueConstraint(
                fields=["page"], condition=models.Q(done_at=None), name="workflow_one_open_withdrawal"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page}: {self.get_kind_display()}"


class SecondLook(models.Model):
    """A second look owed after an emergency publication."""

    page = models.ForeignKey("page.BasePage", on_delete=models.CASCADE, related_name="second_looks")
    revision = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    published_at = models.DateTimeField(auto_now_add=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    done_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "workflow"
        verbose_name = _("second look")
        verbose_name_plural = _("second looks")

    def __str__(self) -> str:
        return str(self.page)

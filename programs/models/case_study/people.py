"""Whom to ask. A mailbox is never shown; a name only while its owner agrees."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel


class People(models.Model):
    """Mixed into a case study. `contact` is the office; it survives a change of staff."""

    class Audience(models.TextChoices):
        PUBLIC = "public", pgettext_lazy("shown to", "everybody")
        MUNICIPALITIES = "municipalities", _("municipalities that are signed in")
        EDITORS = "editors", _("the editors only")

    contact_email = models.EmailField(
        _("mailbox for questions"),
        blank=True,
        help_text=_("A shared mailbox. Readers do not see it: questions are passed on to it."),
    )
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    contact_person = models.CharField(
        _("contact person"), max_length=120, blank=True, help_text=_("Shown only while a consent is recorded.")
    )
    contact_function = models.CharField(_("function"), max_length=160, blank=True)
    contact_audience = models.CharField(
        _("the name is shown to"), max_length=20, choices=Audience, default=Audience.EDITORS
    )

    people_panels = [
        MultiFieldPanel(
            [
                FieldPanel("contact"),
                FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_phone")]),
                FieldRowPanel([FieldPanel("contact_person"), FieldPanel("contact_function")]),
                FieldPanel("contact_audience"),
            ],
            heading=_("Contact"),
        )
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """A mailbox has its own field, where robots do not find it."""
        super().clean()
        if "@" in self.contact:
            sentence = _("Please enter the address in “mailbox for questions”; readers then write by a protected form.")
            raise ValidationError({"contact": sentence})

    @property
    def shown_person(self) -> str:
        """The name that everybody may read; empty without a consent that still holds."""
        if not self.contact_person or self.contact_audience != self.Audience.PUBLIC:
            return ""
        agreed = NameConsent.objects.filter(page_id=self.pk, name=self.contact_person, withdrawn_at=None)
        return self.contact_person if agreed.exists() else ""


class NameConsent(models.Model):
    """A person agreed to being named. It lies beside the page, so that withdrawing it needs nobody's approval."""

    page = models.ForeignKey(
        "programs.CaseStudyPage", on_delete=models.CASCADE, related_name="name_consents", verbose_name=_("case study")
    )
    name = models.CharField(_("name"), max_length=120, help_text=_("Exactly as in the case study."))
    wording = models.TextField(_("what the person agreed to"), max_length=1_000)
    channel = models.CharField(_("how"), max_length=120, help_text=_("e.g. by e-mail, or in the portal"))
    given_at = models.DateTimeField(_("given on"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("withdrawn on"), null=True, blank=True)

    panels = [
        FieldPanel("page"),
        FieldPanel("name"),
        FieldPanel("wording"),
        FieldPanel("channel"),
        FieldRowPanel([FieldPanel("given_at"), FieldPanel("withdrawn_at")]),
    ]

    class Meta:
        verbose_name = _("consent to a name")
        verbose_name_plural = _("consents to names")
        ordering = ["-given_at"]

    def __str__(self) -> str:
        return self.name

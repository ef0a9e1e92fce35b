"""What the editors add, and what the municipality declares."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel


class Editorial(models.Model):
    """Mixed into a case study."""

    class Length(models.TextChoices):
        BRIEF = "brief", _("short report")
        FULL = "full", _("case study")

    class Reuse(models.TextChoices):
        OPEN = "cc-by", _("CC BY 4.0: others may copy it and name the source")
        SHOWN = "shown", _("shown here only")

    length = models.CharField(
        _("length"),
        max_length=10,
        choices=Length,
        default=Length.FULL,
        help_text=_("A short report has title, lead, place, subject, contact and a picture; it can grow later."),
    )
    relevant = models.BooleanField(_("relevant for others"), default=False)
    participatory = models.BooleanField(_("people really took part"), default=False)
    effective = models.BooleanField(_("it had an effect"), default=False)
    transferable = models.BooleanField(_("it can be transferred"), default=False)
    reuse = models.CharField(_("reuse"), max_length=10, choices=Reuse, default=Reuse.SHOWN)
    video_url = models.URLField(
        _("video"), blank=True, help_text=_("Readers follow a link; nothing is loaded from there.")
    )
    video_transcript = models.TextField(_("transcript of the video"), blank=True)
    declared_true = models.BooleanField(_("the information is correct"), default=False)
    declared_released = models.BooleanField(_("the head of the administration agrees"), default=False)
    declared_rights = models.BooleanField(_("rights of use are there"), default=False)
    declared_privacy = models.BooleanField(_("data protection was observed"), default=False)
    declared_on = models.DateField(_("declared on"), null=True, blank=True)
    declaration_version = models.CharField(_("wording of the declarations"), max_length=40, blank=True)

    RATINGS = ("relevant", "participatory", "effective", "transferable")
    DECLARATIONS = ("declared_true", "declared_released", "declared_rights", "declared_privacy")
    editorial_panels = [
        MultiFieldPanel([FieldRowPanel([FieldPanel(name) for name in RATINGS])], heading=_("Rating by the editors")),
        MultiFieldPanel(
            [
                *[FieldPanel(name) for name in DECLARATIONS],
                FieldPanel("declared_on"),
                FieldPanel("declaration_version"),
            ],
            heading=_("Declarations of the municipality"),
        ),
        FieldPanel("reuse"),
    ]

    class Meta:
        abstract = True

    @property
    def is_brief(self) -> bool:
        """Whether it is a short report."""
        return self.length == self.Length.BRIEF

    @property
    def is_checked(self) -> bool:
        """Whether the editors found it good in all four respects."""
        return not self.is_brief and all(getattr(self, name) for name in self.RATINGS)

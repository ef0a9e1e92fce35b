"""Rows edited together with a case study: steps, partners, figures, pictures, files and links."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable


def page_key(related_name: str) -> ParentalKey:
    """The case study that a row belongs to."""
    return ParentalKey("programs.CaseStudyPage", on_delete=models.CASCADE, related_name=related_name)


class CaseStudyStep(Orderable):
    """One step of the approach."""

    page = page_key("steps")
    title = models.CharField(_("title"), max_length=100)
    month = models.DateField(_("when"), null=True, blank=True, help_text=_("Readers see month and year."))
    text = models.TextField(_("text"), max_length=600, blank=True)

    panels = [FieldRowPanel([FieldPanel("title"), FieldPanel("month")]), FieldPanel("text")]


class CaseStudyPartner(Orderable):
    """Who was indispensable."""

    class Kind(models.TextChoices):
        ADMINISTRATION = "administration", _("administration")
        ASSOCIATION = "association", _("association or initiative")
        MIGRANTS = "migrants", _("migrants’ organisation")
        CHURCH = "church", _("church or religious community")
        WELFARE = "welfare", _("welfare organisation")
        SCHOOL = "school", _("school, university or nursery")
        BUSINESS = "business", _("business")
        OTHER = "other", _("other")

    page = page_key("partners")
    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.ASSOCIATION)
    role = models.CharField(_("role"), max_length=200, blank=True, help_text=_("What did they contribute?"))

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]), FieldPanel("role")]


class CaseStudyFigure(Orderable):
    """A number that can be proved."""

    page = page_key("figures")
    number = models.DecimalField(pgettext_lazy("of a figure", "number"), max_digits=14, decimal_places=2)
    unit = models.CharField(_("unit"), max_length=30, blank=True, help_text=_("e.g. people, %, euros"))
    label = models.CharField(_("what it counts"), max_length=60)
    as_of = models.DateField(_("as of"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=160, blank=True)

    @property
    def shown_number(self) -> str:
        """Without empty places behind the comma."""
        whole = self.number == self.number.to_integral_value()
        return number_format(self.number, 0 if whole else None, force_grouping=True)

    panels = [
        FieldRowPanel([FieldPanel("number"), FieldPanel("unit"), FieldPanel("label")]),
        FieldRowPanel([FieldPanel("as_of"), FieldPanel("source")]),
    ]


class CaseStudyPicture(Orderable):
    """A picture with everything that has to be known before it is shown."""

    class Licence(models.TextChoices):
        OWN = "own", _("own picture, all rights with the municipality")
        GRANTED = "granted", _("right of use granted in writing")
        FREE = "free", _("free licence")

    page = page_key("pictures")
    image = models.ForeignKey("media.Picture", on_delete=models.CASCADE, related_name="+", verbose_name=_("image"))
    alt = models.CharField(
        _("alternative text"), max_length=160, blank=True, help_text=_("Describe what is to be seen.")
    )
    decorative = models.BooleanField(_("the picture only decorates"), default=False)
    caption = models.CharField(_("caption"), max_length=240, blank=True)
    credit = models.CharField(_("credit"), max_length=160, blank=True, help_text=_("Who made the picture."))
    licence = models.CharField(_("right of use"), max_length=20, choices=Licence, blank=True)
    shows_people = models.BooleanField(_("people can be recognised"), default=False)
    consent_on = models.DateField(
        _("their consent is there since"), null=True, blank=True, help_text=_("Minors: of those who have custody.")
    )

    panels = [
        FieldPanel("image"),
        FieldRowPanel([FieldPanel("alt"), FieldPanel("decorative")]),
        FieldRowPanel([FieldPanel("caption"), FieldPanel("credit")]),
        FieldRowPanel([FieldPanel("licence"), FieldPanel("shows_people"), FieldPanel("consent_on")]),
    ]


class CaseStudyFile(Orderable):
    """A file to download."""

    class Accessible(models.TextChoices):
        YES = "yes", _("yes")
        NO = "no", _("no")
        UNKNOWN = "unknown", _("not known")

    page = page_key("files")
    document = models.ForeignKey("media.File", on_delete=models.CASCADE, related_name="+", verbose_name=_("document"))
    title = models.CharField(_("title"), max_length=160, blank=True, help_text=_("Empty: the document's own title."))
    language = models.CharField(_("language"), max_length=40, blank=True, help_text=_("If it is not German."))
    accessible = models.CharField(_("accessible"), max_length=10, choices=Accessible, default=Accessible.UNKNOWN)

    panels = [
        FieldPanel("document"),
        FieldRowPanel([FieldPanel("title"), FieldPanel("language"), FieldPanel("accessible")]),
    ]


class CaseStudyLink(Orderable):
    """Where to read on; no substitute for the text."""

    page = page_key("links")
    title = models.CharField(_("text of the link"), max_length=160)
    url = models.URLField(_("web address"))

    panels = [FieldRowPanel([FieldPanel("title"), FieldPanel("url")])]

    def clean(self) -> None:
        """Readers follow it without a warning."""
        super().clean()
        if not self.url.startswith(("https://", "http://")):
            raise ValidationError({"url": _("Please enter an address that begins with https://.")})

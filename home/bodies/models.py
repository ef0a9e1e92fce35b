"""Organisations: who publishes, funds and takes part. Keys are text; names are never typed twice."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index


class Body(index.Indexed, models.Model):
    """An organisation that owns, funds or takes part in content."""

    class Kind(models.TextChoices):
        ACADEMY = "academy", _("Academy")
        MINISTRY = "ministry", _("Ministry")
        PARTNER = "partner", _("Partner")
        MUNICIPALITY = "municipality", _("Municipality")

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.PARTNER)
    website = models.URLField(_("website"), blank=True)
    email = models.EmailField(_("e-mail address"), blank=True, help_text=_("A shared mailbox, no person's."))

    panels = [FieldPanel("name"), FieldPanel("kind"), FieldPanel("website"), FieldPanel("email")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Municipality(Body):
    """A municipality or county with its official key (ARS, 12 digits) and the short form (AGS, 8 digits)."""

    class Status(models.TextChoices):
        MUNICIPALITY = "municipality", _("Municipality")
        TOWN = "town", _("Town")
        CITY = "city", _("Independent city")
        COUNTY = "county", _("County")
        ASSOCIATION = "association", _("Municipal association")

    slug = models.SlugField(_("address part"), max_length=120, unique=True)
    ars = models.CharField(
        _("official key (ARS)"),
        max_length=12,
        unique=True,
        validators=[RegexValidator(r"^\d{12}$", _("The official key has exactly 12 digits."))],
    )
    ags = models.CharField(
        _("short key (AGS)"),
        max_length=8,
        blank=True,
        validators=[RegexValidator(r"^\d{8}$", _("The short key has exactly 8 digits."))],
    )
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.MUNICIPALITY)
    county = models.CharField(_("county"), max_length=120, blank=True)
    region = models.CharField(_("administrative region"), max_length=120, blank=True)
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    is_demo = models.BooleanField(_("invented for the demo"), default=False, editable=False)

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("ars"), FieldPanel("ags")]),
        FieldRowPanel([FieldPanel("status"), FieldPanel("population")]),
        FieldRowPanel([FieldPanel("county"), FieldPanel("region")]),
        FieldPanel("slug"),
        FieldPanel("website"),
    ]

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.name} ({self.county})" if self.county else self.name

    def save(self, **kwargs) -> None:
        """A municipality is always of that kind."""
        self.kind = self.Kind.MUNICIPALITY
        super().save(**kwargs)

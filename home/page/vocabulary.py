"""Subjects: the editors' shared terms, also the kicker above a headline; each has a page of its own."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

# A kicker stays on one line.
LONGEST_KICKER = 40


class Subject(index.Indexed, models.Model):
    """A term that pages are about. The slug is its public key, e.g. in `?thema=`."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    short_name = models.CharField(
        _("short name"),
        max_length=LONGEST_KICKER,
        blank=True,
        help_text=_("Stands above headlines; needed if the name is longer than 40 characters."),
    )
    slug = models.SlugField(_("address part"), max_length=80, unique=True)
    intro = models.TextField(
        _("introduction"), max_length=800, blank=True, help_text=_("Opens the page of the subject; plain text.")
    )

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("short_name")]),
        FieldPanel("slug"),
        FieldPanel("intro"),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        app_label = "page"
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """A long name needs a short one."""
        super().clean()
        if len(self.name) > LONGEST_KICKER and not self.short_name:
            message = _("The name is longer than 40 characters. Please add a short name for the line above headlines.")
            raise ValidationError({"short_name": message})

    def get_absolute_url(self) -> str:
        """Its public page."""
        return reverse("subject", args=[self.slug])

    @property
    def brief(self) -> str:
        """The name where there is little room."""
        return self.short_name or self.name


def kicker_of(subjects: list[Subject]) -> list[Subject]:
    """The first subjects, as many as fit on the line above a headline; always one, if there is one."""
    chosen, length = [], 0
    for subject in subjects:
        length += len(subject.brief) + (3 if chosen else 0)
        if chosen and length > LONGEST_KICKER:
            break
        chosen.append(subject)
    return chosen

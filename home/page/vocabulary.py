"""Subjects: the editors' shared terms, also the kicker above a headline."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class Subject(index.Indexed, models.Model):
    """A term that pages are about. The slug is its public key, e.g. in `?thema=`."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    slug = models.SlugField(_("address part"), max_length=80, unique=True)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        app_label = "page"
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

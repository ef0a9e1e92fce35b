"""Municipal case studies: what a municipality did, and what others can learn from it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.search import index

from home.blocks.article import Article
from home.listing.index import filtered
from home.page.models import BasePage


class CaseStudyIndexPage(BasePage):
    """All case studies, by subject and year."""

    kind_label = _("List of case studies")
    subpage_types = ["programs.CaseStudyPage"]

    class Meta:
        verbose_name = _("list of case studies")
        verbose_name_plural = _("lists of case studies")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds the list that the address asks for."""
        studies = CaseStudyPage.objects.child_of(self).readable().select_related("municipality")
        return super().get_context(request, *args, **kwargs) | {"list": filtered(studies, request)}


class CaseStudyPage(Article, BasePage):
    """A case study. It belongs to the municipality, never to a person."""

    class Phase(models.TextChoices):
        PLANNED = "planned", _("planned")
        RUNNING = "running", _("running")
        FINISHED = "finished", _("finished")
        CONTINUED = "continued", _("made permanent")
        STOPPED = "stopped", _("stopped")

    kind = "case_study"
    kind_label = _("Case study")
    read_with = [*BasePage.read_with, "municipality", "program"]
    parent_page_types = ["programs.CaseStudyIndexPage"]

    municipality = models.ForeignKey(
        "bodies.Municipality",
        verbose_name=_("municipality"),
        null=True,
        on_delete=models.PROTECT,
        related_name="case_studies",
    )
    program = models.ForeignKey(
        "programs.ProgramPage",
        verbose_name=_("programme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="case_studies",
    )
    phase = models.CharField(_("phase"), max_length=20, choices=Phase, default=Phase.RUNNING)
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("municipality"), FieldPanel("phase")]),
        PageChooserPanel("program", "programs.ProgramPage"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        FieldPanel("body"),
        FieldPanel("contact"),
    ]
    search_fields = [
        *BasePage.search_fields,
        *Article.article_search_fields,
        index.RelatedFields("municipality", [index.SearchField("name")]),
    ]

    class Meta:
        verbose_name = _("case study")
        verbose_name_plural = _("case studies")

    def clean(self) -> None:
        """A period runs forwards."""
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The end lies before the start.")})

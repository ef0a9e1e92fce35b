"""Programmes: stable pages about what is funded, by whom, and who takes part."""

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from home.blocks.article import Article
from home.page.models import BasePage


class ProgramIndexPage(BasePage):
    """All programmes."""

    kind_label = _("List of programmes")
    subpage_types = ["programs.ProgramPage"]

    class Meta:
        verbose_name = _("list of programmes")
        verbose_name_plural = _("lists of programmes")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds the programmes by name."""
        programs = ProgramPage.objects.child_of(self).readable().order_by("title").with_teasers()
        return super().get_context(request, *args, **kwargs) | {"programs": programs}


class ProgramPage(Article, BasePage):
    """A programme. It stays; its calls (editions) are pages below it, with a life of their own."""

    kind = "programme"
    kind_label = _("Programme")
    read_with = [*BasePage.read_with, "run_by"]
    parent_page_types = ["programs.ProgramIndexPage"]
    subpage_types = ["programs.EditionPage"]

    run_by = models.ForeignKey(
        "bodies.Body",
        verbose_name=_("run by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    funders = ParentalManyToManyField("bodies.Body", blank=True, related_name="+", verbose_name=_("funded by"))
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("run_by"), FieldPanel("funders")]),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        FieldPanel("body"),
        FieldPanel("contact"),
    ]
    search_fields = [*BasePage.search_fields, *Article.article_search_fields]

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")

    @cached_property
    def readable_case_studies(self) -> list:
        """The case studies of this programme that everybody may read."""
        studies = self.case_studies.readable().newest_first().select_related("municipality")
        return list(studies.with_teasers()[:6])

    @cached_property
    def readable_articles(self) -> list:
        """The news about this programme that everybody may read."""
        return list(self.articles.readable().newest_first().with_teasers()[:6])

    @property
    def collected_pages(self) -> list[BasePage]:
        """All that belongs to the programme, for its collected PDF: news, then case studies, oldest first."""
        related = (self.articles, self.case_studies)
        return [page for pages in related for page in reversed(pages.readable().newest_first())]

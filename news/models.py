"""News: programme announcements and the page that lists them."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.search import index

from home.blocks.article import Article
from home.listing.index import filtered
from home.page.models import BasePage


class NewsIndexPage(BasePage):
    """All news, newest first, by subject and year."""

    kind_label = _("News list")
    subpage_types = ["news.ArticlePage"]

    class Meta:
        verbose_name = _("news list")
        verbose_name_plural = _("news lists")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Adds the list that the address asks for."""
        articles = ArticlePage.objects.child_of(self).readable()
        return super().get_context(request, *args, **kwargs) | {"list": filtered(articles, request)}


class ArticlePage(Article, BasePage):
    """A piece of news."""

    kind = "news"
    kind_label = _("News")
    read_with = [*BasePage.read_with, "program"]
    parent_page_types = ["news.NewsIndexPage"]

    place = models.CharField(_("place"), max_length=80, blank=True, help_text=_("Opens the text: “Pforzheim, …”"))
    program = models.ForeignKey(
        "programs.ProgramPage",
        verbose_name=_("programme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="articles",
    )
    municipalities = ParentalManyToManyField(
        "bodies.Municipality", blank=True, related_name="articles", verbose_name=_("municipalities")
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("place"),
        FieldPanel("body"),
        FieldRowPanel([PageChooserPanel("program", "programs.ProgramPage"), FieldPanel("contact")]),
        FieldPanel("municipalities"),
    ]
    search_fields = [*BasePage.search_fields, *Article.article_search_fields, index.SearchField("place")]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

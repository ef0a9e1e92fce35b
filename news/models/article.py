"""A piece of news."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.search import index

from home.blocks.article import Article
from home.page.models import BasePage

from .article_panels import CONTENT_PANELS


class ArticlePage(Article, BasePage):
    """A piece of news: what happened, where, and where to ask."""

    class Genre(models.TextChoices):
        """What sort of news; `kind` is the kind of page."""

        NOTICE = "notice", _("Announcement")
        PRESS_RELEASE = "press_release", _("Press release")
        CALL = "call", _("Call")
        REPORT = "report", _("Report")
        PEOPLE = "people", _("People")

    kind = "news"
    kind_label = _("News")
    read_with = [*BasePage.read_with, "program", "edition", "press_contact"]
    parent_page_types = ["news.NewsIndexPage"]

    genre = models.CharField(_("kind of news"), max_length=20, choices=Genre, default=Genre.NOTICE, db_index=True)
    place = models.CharField(_("place"), max_length=80, blank=True, help_text=_("Opens the text: “Pforzheim, …”"))
    program = models.ForeignKey(
        "programs.ProgramPage",
        verbose_name=_("programme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="articles",
    )
    edition = models.ForeignKey(
        "programs.EditionPage",
        verbose_name=_("edition of the programme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="articles",
        help_text=_("The article then belongs to its programme, too."),
    )
    events = ParentalManyToManyField(
        "programs.EventPage", blank=True, related_name="articles", verbose_name=_("events")
    )
    municipalities = ParentalManyToManyField(
        "bodies.Municipality", blank=True, related_name="articles", verbose_name=_("municipalities")
    )
    press_contact = models.ForeignKey(
        "page.Contact",
        verbose_name=_("contact for the press"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="articles",
    )
    update_note = models.CharField(
        _("what is new"),
        max_length=240,
        blank=True,
        help_text=_(
            "Only if readers who know the article must hear of it: “Deadline extended to 30 June”. The article then "
            "says “Updated on …” with this sentence, and so do lists and feeds. Leave it as it is for small changes."
        ),
    )
    # Not part of any version: written when a version with news goes live.
    updated_at = models.DateTimeField(_("updated at"), null=True, blank=True, editable=False, serialize=False)

    content_panels = [*BasePage.content_panels, *CONTENT_PANELS]
    search_fields = [*BasePage.search_fields, *Article.article_search_fields, index.SearchField("place")]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    def with_content_json(self, content: dict) -> "ArticlePage":
        """As Wagtail's; when it was updated belongs to the article, not to one of its versions."""
        version = super().with_content_json(content)
        version.updated_at = self.updated_at
        return version

    @property
    def changed_for_readers_at(self):
        """The last update that the author called one, else the day it appeared: small changes disturb nobody."""
        return self.updated_at or self.shown_date

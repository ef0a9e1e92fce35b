"""A piece of news."""

from datetime import datetime

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.search import index

from home.blocks.article import Article
from home.page.models import BasePage
from home.page.terms import keep_terms

from ..limits import too_long
from .article_panels import CONTENT_PANELS
from .correction import Correction, lost


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

    content_panels = CONTENT_PANELS
    search_fields = [*BasePage.search_fields, *Article.article_search_fields, index.SearchField("place")]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @classmethod
    def for_readers(cls) -> models.QuerySet:
        """With the knowledge whether there is anything to ask for."""
        own = models.OuterRef("pk")
        return (
            super()
            .for_readers()
            .annotate(
                has_corrections=models.Exists(Correction.objects.filter(article=own)),
                has_events=models.Exists(cls.events.through.objects.filter(articlepage=own)),
            )
        )

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Readers see subjects and municipalities; they are asked for at once."""
        keep_terms(self, ("subjects", "municipalities"))
        return super().get_context(request, *args, **kwargs)

    def clean(self) -> None:
        """Whoever names the edition means its programme, too."""
        super().clean()
        if self.edition_id and self.edition.get_parent():
            self.program_id = self.edition.get_parent().pk

    def obstacles(self, shown: "ArticlePage | None" = None, in_emergency: bool = False) -> list[str]:
        """Corrections stay in any case; headline and lead have their measure."""
        found = [*super().obstacles(shown, in_emergency), *lost(self, shown)]
        return found if in_emergency else [*found, *too_long(self, shown)]

    def with_content_json(self, content: dict) -> "ArticlePage":
        """As Wagtail's; when it was updated belongs to the article, not to one of its versions."""
        version = super().with_content_json(content)
        version.updated_at, version.known_before = self.updated_at, known_to_readers(self)
        return version

    @property
    def changed_for_readers_at(self) -> datetime | None:
        """The last update that the author called one, else the day it appeared: small changes disturb nobody."""
        at = self.updated_at or self.first_published_at or self.appeared_at
        return at and at.replace(microsecond=0)  # versions keep less of a second than tables do

    @cached_property
    def readable_events(self) -> list[BasePage]:
        """The events it belongs to, as far as everybody may read them, in their order."""
        if not getattr(self, "has_events", True):
            return []
        keys = [event.pk for event in self.events.all()]
        events = self._meta.get_field("events").related_model.objects
        return list(events.readable().filter(pk__in=keys).order_by("starts_at")) if keys else []

    @cached_property
    def correction_list(self) -> list[Correction]:
        """The corrections, asked for once."""
        return list(self.corrections.all()) if getattr(self, "has_corrections", True) else []


def known_to_readers(article: ArticlePage) -> tuple[str, int] | None:
    """What readers were told of news and corrections so far; None before the first release."""
    if article.first_published_at is None:
        return None
    return article.update_note, article.corrections.count()


def note_update(instance: ArticlePage, **kwargs) -> None:
    """When a version with news or a new correction goes live, the article was updated at this moment."""
    before = getattr(instance, "known_before", None)
    if before is None or not instance.live:
        return
    note, corrections = before
    if (instance.update_note and instance.update_note != note) or instance.corrections.count() > corrections:
        instance.updated_at = timezone.now()
        ArticlePage.objects.filter(pk=instance.pk).update(updated_at=instance.updated_at)

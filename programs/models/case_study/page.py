"""A municipal case study: what a municipality did, and what others can learn from it."""

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.search import index

from home.blocks.article import Article
from home.page.models import BasePage, Subject
from home.workflow.states import Review

from .classification import Classification
from .editorial import Editorial
from .effort import Effort
from .gathering import gather
from .measures import beyond
from .people import People
from .place import Place
from .similar import Similar, similar_places
from .soundness import lacking
from .story import Story

STORY = ("situation", "goals", "approach", "results", "pitfalls", "tips", "prerequisites", "outlook", "quote")

# Below the address of each case study.
QUESTION = "nachfragen"
NEWS_SHOWN = 3


class CaseStudyPage(Place, Classification, Story, Effort, People, Editorial, Article, BasePage):
    """A case study. It belongs to the municipality, never to a person."""

    kind = "case_study"
    kind_label = _("Case study")
    read_with = [*BasePage.read_with, "municipality", "program", "edition"]
    parent_page_types = ["programs.CaseStudyIndexPage"]
    is_declined_by_two = True

    content_panels = [
        FieldPanel("length"),
        *BasePage.content_panels,
        *Place.place_panels,
        *Classification.classification_panels,
        *People.people_panels,
    ]
    material_panels = [
        InlinePanel("pictures", label=_("Picture"), heading=_("Pictures"), max_num=8),
        InlinePanel("files", label=_("File"), heading=_("Files"), max_num=5),
        InlinePanel("links", label=_("Link"), heading=_("Links"), max_num=8),
        MultiFieldPanel([FieldPanel("video_url"), FieldPanel("video_transcript")], heading=_("Video")),
        FieldPanel("body"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Overview")),
            ObjectList([*Story.story_panels, *Effort.effort_panels], heading=_("Story")),
            ObjectList(material_panels, heading=_("Material")),
            ObjectList([*Editorial.editorial_panels, *BasePage.promote_panels], heading=_("Publication")),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ]
    )
    search_fields = [
        *BasePage.search_fields,
        *Article.article_search_fields,
        *[index.SearchField(name) for name in (*STORY, "district")],
        index.RelatedFields("municipality", [index.SearchField("name")]),
        index.RelatedFields("steps", [index.SearchField("title"), index.SearchField("text")]),
        index.RelatedFields("methods", [index.SearchField("name")]),
        index.RelatedFields("target_groups", [index.SearchField("name")]),
    ]

    class Meta:
        verbose_name = _("case study")
        verbose_name_plural = _("case studies")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Readers see all rows and terms; they are asked for at once."""
        gather(self)
        return super().get_context(request, *args, **kwargs)

    def obstacles(self, shown: "CaseStudyPage | None" = None, in_emergency: bool = False) -> list[str]:
        """Readers compare case studies: each says the same things and keeps to the same measure."""
        found = super().obstacles(shown, in_emergency)
        return found if in_emergency else [*found, *beyond(self, shown), *lacking(self, shown)]

    def is_told_later(self, verb: str, circle: str) -> bool:
        """What a municipality sent comes to the desks in one mail a day; an answer to a question comes at once."""
        is_first = verb == "submit" and self.stood_at.review != Review.CHANGES_REQUESTED
        return circle == "reviewers" and (is_first or verb == "approve") and hasattr(self, "case")

    @cached_property
    def subject_list(self) -> list[Subject]:
        """The most important subject first."""
        return self.subjects_in_order

    @property
    def list_url(self) -> str:
        """The list that this case study is in."""
        return (self.url or "").removesuffix(f"{self.slug}/")

    @property
    def can_be_asked(self) -> bool:
        """Whether a question can be passed on."""
        return bool(self.contact_email)

    @property
    def question_url(self) -> str:
        """The form that passes a question on."""
        return f"{self.url or ''}{QUESTION}/"

    @cached_property
    def similar_places(self) -> list[Similar]:
        """Up to three other municipalities with something in common, and what they did."""
        return similar_places(self)

    @cached_property
    def related_news(self) -> list[BasePage]:
        """The newest news about the municipality."""
        return list(self.municipality.articles.readable().newest_first()[:NEWS_SHOWN]) if self.municipality else []

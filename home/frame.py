"""What surrounds every page: the site, its publisher, main navigation, breadcrumb and duties."""

from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.models import PageViewRestriction, Site, get_page_models

from home.listing import registry
from home.models import InformationPage, SiteIdentity
from home.page.models import BasePage
from home.page.site_settings import site_of

Purpose = InformationPage.Purpose
# A page on which, or above which, a view restriction lies; asked within the query of the pages.
RESTRICTED = Exists(
    PageViewRestriction.objects.alias(asked=ExpressionWrapper(OuterRef("path"), output_field=CharField())).filter(
        asked__startswith=F("page__path")
    )
)


@dataclass(frozen=True)
class Link:
    """A link to a page; `current` is the value of aria-current, empty where the reader is elsewhere."""

    title: str
    url: str
    current: str = ""


class Frame:
    """Everything around a page. One query for the pages, one for the identity of the site."""

    def __init__(self, request: HttpRequest | None, page: object) -> None:
        self.request = request
        self.page = page if isinstance(page, BasePage) else None

    @cached_property
    def site(self) -> Site | None:
        """The site the address belongs to."""
        return site_of(self.request) if self.request else None

    @property
    def name(self) -> str:
        """The name readers know the site by."""
        return (self.site and self.site.site_name) or settings.WAGTAIL_SITE_NAME

    @cached_property
    def identity(self) -> SiteIdentity | None:
        """Publisher, contact and claim."""
        return SiteIdentity.for_request(self.request) if self.site else None

    @property
    def is_start(self) -> bool:
        """Whether the reader is on the start page."""
        return bool(self.site and self.page and self.page.pk == self.site.root_page_id)

    @cached_property
    def pages(self) -> list[BasePage]:
        """Main navigation, duty pages, index pages and the pages above this one, in the order of the tree."""
        if not self.site:
            return []
        wanted = Q(show_in_menus=True) | Q(informationpage__purpose__gt="") | Q(path__in=self.paths_above)
        pages = BasePage.objects.descendant_of(self.site.root_page, inclusive=True).live().exclude(RESTRICTED)
        pages = pages.filter(wanted | Q(content_type__in=self.index_types.values()), content_type__in=ordering_types())
        return list(pages.annotate(purpose=F("informationpage__purpose")).order_by("path"))

    @property
    def paths_above(self) -> list[str]:
        """The tree paths of the pages above this one."""
        path = self.page.path if self.page else ""
        return [path[:end] for end in range(BasePage.steplen, len(path), BasePage.steplen)]

    @cached_property
    def trail(self) -> list[Link]:
        """The readable pages above this one, start page first."""
        above = self.paths_above
        return [self.link(page) for page in self.pages if page.path in above]

    @cached_property
    def index_types(self) -> dict[str, int]:
        """The page types that show all pages of a kind, by the key of the kind."""
        return {listing.key: type_of(apps.get_model(listing.index_model)) for listing in registry.listings()}

    @cached_property
    def navigation(self) -> list[Link]:
        """The main navigation."""
        return [self.link(page) for page in self.pages if page.show_in_menus]

    @cached_property
    def duties(self) -> list[Link]:
        """Pages that must be linked from every page, in the order of their purposes."""
        return [link for purpose in Purpose if (link := self.duty(purpose))]

    @cached_property
    def languages(self) -> list[Link]:
        """Easy language and sign language."""
        return [link for purpose in (Purpose.EASY_LANGUAGE, Purpose.SIGN_LANGUAGE) if (link := self.duty(purpose))]

    @cached_property
    def indexes(self) -> dict[str, Link]:
        """The page that shows all pages of a kind, by the key of the kind."""
        by_type = {page.content_type_id: self.link(page) for page in reversed(self.pages)}
        found = {listing: by_type.get(self.index_types[listing.key]) for listing in registry.listings()}
        return {listing.key: below(link, listing) for listing, link in found.items() if link}

    def duty(self, purpose: str) -> Link | None:
        """The page with this purpose."""
        return next((self.link(page) for page in self.pages if page.purpose == purpose), None)

    def link(self, page: BasePage) -> Link:
        """The page as a link that knows whether the reader is on it or below it."""
        here = self.page.path if self.page and self.page.path else ""
        current = "page" if here == page.path else "true" if here.startswith(page.path) else ""
        return Link(page.title, page.get_url(self.request) or "", current)


def below(link: Link, listing: registry.Listing) -> Link:
    """The link, or the one to the part of the page's address that shows this kind alone."""
    return Link(str(listing.label), link.url + listing.below) if listing.below else link


def type_of(model: type[BasePage]) -> int:
    """The key of a page type; Django keeps them in memory."""
    return ContentType.objects.get_for_model(model).pk


def ordering_types() -> list[int]:
    """All page types but articles that nothing lies below: however many there are, the frame never looks at them."""
    return [type_of(model) for model in get_page_models() if not model.is_article or model.subpage_types]

"""News to subscribe to, as Atom and RSS: for the whole site, a section, a list, and by subject."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Site

from home.listing.index import chosen_subject
from home.listing.syndication import conditional, dated, plain
from home.page.models import BasePage, Subject
from home.page.refusals import NothingThere

from .models import ArticlePage

FORMATS = {"atom": Atom1Feed, "rss": Rss201rev2Feed}
MOST = 30
SUBJECTS = "themen/"


@require_safe
def feed(request: HttpRequest, path: str, format: str) -> HttpResponse:  # noqa: A002 (the word of the address)
    """The newest articles below the page at `path`."""
    page, subject = place_of(request, path)
    articles = collected(page) if is_collection(page) else newest_below(page, subject)
    changed = last_change(page, articles)
    made = make_feed(FORMATS[format], request, page, subject, changed)
    for article in articles:
        made.add_item(**entry(article, request))
    return conditional(request, made.writeString("utf-8"), made.content_type, changed)


def place_of(request: HttpRequest, path: str) -> tuple[BasePage, Subject | None]:
    """The page below which the articles lie, and their subject: by `?thema=`, or at the address of its page."""
    if not path.startswith(SUBJECTS):
        return page_at(request, path), chosen_subject(request)
    subject = Subject.objects.filter(slug=path.removeprefix(SUBJECTS).rstrip("/")).first()
    if subject is None:
        raise NothingThere(_("There is no feed under this address."))
    return page_at(request, ""), subject


def page_at(request: HttpRequest, path: str) -> BasePage:
    """The readable page at a path of this site; an article has no feed."""
    site = Site.find_for_request(request)
    address = site.root_page.url_path + path if site else ""
    page = BasePage.objects.readable().filter(url_path=address).first()
    if page is None or page.specific_class.is_article:
        raise NothingThere(_("There is no feed under this address."))
    return page


def newest_below(page: BasePage, subject: Subject | None) -> list[ArticlePage]:
    """The articles of a feed."""
    articles = ArticlePage.objects.readable().descendant_of(page).newest_first()
    if subject:
        articles = articles.about(subject)
    return list(articles.select_related("owner_body").prefetch_related("subjects")[:MOST])


def is_collection(page: BasePage) -> bool:
    """Whether the page says itself what belongs into its feed."""
    return hasattr(page.specific_class, "newest_entries")


def collected(page: BasePage) -> list[BasePage]:
    """The entries of a collection, of whatever kind."""
    return page.specific.newest_entries(MOST)


def last_change(page: BasePage, articles: list[ArticlePage]) -> datetime:
    """When the feed last changed, as far as its entries tell."""
    dates = [
        date for found in (page, *articles) for date in (found.last_published_at, found.first_published_at) if date
    ]
    return max(dates, default=page.latest_revision_created_at or timezone.now())


def make_feed(
    form: type[SyndicationFeed], request: HttpRequest, page: BasePage, subject: Subject | None, changed: datetime
) -> SyndicationFeed:
    """A feed without entries yet."""
    query = f"?thema={subject.slug}" if subject else ""
    site = Site.find_for_request(request)
    title = _("All news") if page.pk == site.root_page_id else page.title
    if subject:
        title = f"{title}: {subject.name}"
    return dated(form, changed)(
        title=plain(f"{title} – {site.site_name or settings.WAGTAIL_SITE_NAME}"),
        link=page.canonical_url(request) + query,
        description=plain(page.lead),
        language=settings.LANGUAGE_CODE,
        feed_url=settings.BASE_URL + request.path + query,
    )


def entry(article: ArticlePage, request: HttpRequest) -> dict:
    """An article as an entry. Its key is the short address, which survives moves."""
    return {
        "title": plain(article.title),
        "link": article.canonical_url(request),
        "description": plain(article.lead),
        "author_name": plain(article.owner_body.name) if article.owner_body else None,
        "pubdate": article.shown_date,
        "updateddate": article.last_published_at or article.shown_date,
        "unique_id": article.short_url,
        "unique_id_is_permalink": True,
        "categories": [plain(subject.name) for subject in article.subject_list],
    }

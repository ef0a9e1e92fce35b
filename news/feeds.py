"""News to subscribe to, as Atom and RSS: for the whole site, a section, a list, and by subject."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.formats import date_format
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


@dataclass(frozen=True)
class Source:
    """What a feed is a feed of: the articles below a page, perhaps about a subject, and where a reader finds them."""

    page: BasePage
    subject: Subject | None
    title: str
    address: str


@require_safe
def feed(request: HttpRequest, path: str, format: str) -> HttpResponse:  # noqa: A002 (the word of the address)
    """The newest articles below the page at `path`."""
    source = source_at(request, path)
    is_own = is_collection(source.page)
    articles = collected(source.page) if is_own else newest_below(source.page, source.subject)
    made = make_feed(FORMATS[format], request, source, last_news(source.page, articles))
    for article in articles:
        made.add_item(**entry(article, request))
    changed = last_change(source.page, articles)
    return conditional(request, made.writeString("utf-8"), made.content_type, changed)


def source_at(request: HttpRequest, path: str) -> Source:
    """The page and, by `?thema=`, a subject; or a subject alone, at the address of its page."""
    if not path.startswith(SUBJECTS):
        page, subject = page_at(request, path), chosen_subject(request)
        title = _("All news") if page.pk == Site.find_for_request(request).root_page_id else page.title
        query = f"?thema={subject.slug}" if subject else ""
        title = f"{title}: {subject.name}" if subject else title
        return Source(page, subject, title, page.canonical_url(request) + query)
    subject = Subject.objects.filter(slug=path.removeprefix(SUBJECTS).rstrip("/")).first()
    if subject is None:
        raise NothingThere(_("There is no feed under this address."))
    return Source(page_at(request, ""), subject, subject.name, settings.BASE_URL + subject.get_absolute_url())


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
    return list(articles.select_related("owner_body").prefetch_related("subjects", "corrections")[:MOST])


def is_collection(page: BasePage) -> bool:
    """Whether the page says itself what belongs into its feed."""
    return hasattr(page.specific_class, "newest_entries")


def collected(page: BasePage) -> list[BasePage]:
    """The entries of a collection, of whatever kind."""
    return page.specific.newest_entries(MOST)


def last_news(page: BasePage, articles: list[BasePage]) -> datetime:
    """When something last changed that readers should hear of."""
    dates = [article.changed_for_readers_at for article in articles if article.changed_for_readers_at]
    return max(dates, default=page.first_published_at or page.latest_revision_created_at or timezone.now())


def last_change(page: BasePage, articles: list[BasePage]) -> datetime:
    """When the file last changed, small changes included, as far as its entries tell."""
    dates = [
        date for found in (page, *articles) for date in (found.last_published_at, found.first_published_at) if date
    ]
    return max(dates, default=page.latest_revision_created_at or timezone.now())


def make_feed(form: type[SyndicationFeed], request: HttpRequest, source: Source, changed: datetime) -> SyndicationFeed:
    """A feed without entries yet."""
    site = Site.find_for_request(request)
    query = f"?thema={source.subject.slug}" if source.subject and "thema" in request.GET else ""
    about = source.subject.intro if source.subject and source.subject.intro else source.page.lead
    return dated(form, changed)(
        title=plain(f"{source.title} – {site.site_name or settings.WAGTAIL_SITE_NAME}"),
        link=source.address,
        description=plain(about),
        language=settings.LANGUAGE_CODE,
        feed_url=settings.BASE_URL + request.path + query,
    )


def entry(article: BasePage, request: HttpRequest) -> dict:
    """An article as an entry. Its key is the short address, which survives moves."""
    return {
        "title": plain(article.title),
        "link": article.canonical_url(request),
        "description": plain(told(article)),
        "author_name": plain(article.owner_body.name) if article.owner_body else None,
        "pubdate": article.appeared_at,
        "updateddate": article.changed_for_readers_at,
        "unique_id": article.short_url,
        "unique_id_is_permalink": True,
        "categories": [plain(subject.name) for subject in article.subject_list],
    }


def told(article: BasePage) -> str:
    """The lead; of news, before it what is new, after it every correction, in full."""
    if not isinstance(article, ArticlePage):
        return article.lead
    new = [_("Updated: %(note)s") % {"note": article.update_note}] if article.updated_at and article.update_note else []
    corrections = [
        _("Correction %(number)d (%(date)s): wrong was “%(wrong)s”, right is “%(right)s”")
        % {
            "number": number,
            "date": date_format(correction.corrected_on),
            "wrong": correction.wrong,
            "right": correction.right,
        }
        for number, correction in enumerate(article.correction_list, start=1)
    ]
    return "\n\n".join([*new, article.lead, *corrections])

"""What the demo gives to read is complete, and looks as old as it says."""

import contextlib
from collections import Counter
from urllib.parse import urlsplit

import pytest
from django.http import Http404
from django.test import RequestFactory
from django.utils import timezone
from wagtail.models import Site

from home.bodies.models import Municipality
from home.media.models import Picture
from home.models import CollectionPage, HomePage, InformationPage, SectionPage, SiteIdentity
from home.page.models import BasePage
from news.models import ArticlePage, NewsIndexPage
from programs.models import (
    CaseStudyIndexPage,
    CaseStudyPage,
    EditionPage,
    EventIndexPage,
    EventPage,
    ProgramIndexPage,
    ProgramPage,
)
from tests.design.site_under_test import page_types
from tests.journeys.test_reading import PAGES

pytestmark = pytest.mark.xdist_group("demo")

PAGE_TYPES = {
    HomePage: 1,
    SectionPage: 1,
    InformationPage: 5,
    NewsIndexPage: 1,
    ArticlePage: 12,
    ProgramIndexPage: 1,
    ProgramPage: 2,
    EditionPage: 5,
    EventIndexPage: 1,
    EventPage: 6,
    CaseStudyIndexPage: 1,
    CaseStudyPage: 6,
    CollectionPage: 1,
}
ARTICLES = (ArticlePage, ProgramPage, EditionPage, EventPage, CaseStudyPage)


def live_articles() -> list[BasePage]:
    """Everything with a body that readers save, send, share and print."""
    return [page for page_class in ARTICLES for page in page_class.objects.live()]


class TestPages:
    """What there is to read."""

    def test_no_type_is_left_out(self):
        assert set(PAGE_TYPES) == set(page_types())

    def test_the_journeys_look_at_every_type(self):
        request, start = RequestFactory().get("/"), Site.objects.get().root_page.specific
        found = {ArticlePage, ProgramPage, CaseStudyPage}  # each the first one of its list
        for path in filter(None, PAGES.values()):
            with contextlib.suppress(Http404):
                found.add(type(start.route(request, [part for part in urlsplit(path).path.split("/") if part]).page))
        assert set(page_types()) <= found

    @pytest.mark.parametrize("page_class", PAGE_TYPES, ids=lambda page_class: page_class.__name__)
    def test_every_type_is_live_in_number(self, page_class):
        assert page_class.objects.live().count() >= PAGE_TYPES[page_class]

    def test_every_live_page_can_be_read(self, client):
        broken = {page.url: client.get(page.url).status_code for page in BasePage.objects.live().filter(depth__gt=1)}
        assert set(broken.values()) == {200}, broken

    def test_the_main_navigation_in_its_order(self):
        menu = BasePage.objects.live().filter(show_in_menus=True).order_by("path")
        assert [page.slug for page in menu] == ["aktuelles", "programme", "praxisbeispiele", "termine", "ueber-uns"]

    def test_the_duties_of_a_public_site(self):
        purposes = InformationPage.objects.live().exclude(purpose="").values_list("purpose", flat=True)
        assert sorted(purposes) == sorted(InformationPage.Purpose.values)

    def test_the_site_says_who_publishes_it(self):
        identity = SiteIdentity.objects.get()
        assert identity.publisher.name == "Landesakademie für Führung und Beteiligung"
        assert identity.contact_email
        assert identity.claim

    def test_the_news_span_three_years(self):
        dates = ArticlePage.objects.live().filter(display_date__year__gt=2020).values_list("display_date", flat=True)
        assert (max(dates) - min(dates)).days > 2.8 * 365
        assert max(dates) <= timezone.now()

    def test_the_pages_look_as_old_as_they_say(self):
        for page in live_articles():
            assert page.first_published_at == page.display_date

    def test_every_article_is_complete(self):
        for page in live_articles():
            contact = page.contact or getattr(page, "press_contact", None)
            complete = [page.lead, page.lead_image, page.lead_image_alt, page.owner_body, contact]
            assert all(complete), page
            assert page.body or page.kind == "case_study", page
            assert page.subjects.exists(), page

    def test_every_block_occurs(self):
        kinds = Counter(block.block_type for page in live_articles() for block in page.body)
        assert set(kinds) == set(ArticlePage.body.field.stream_block.child_blocks)

    def test_case_studies_belong_to_invented_municipalities_and_say_so(self):
        assert all(study.municipality.is_demo for study in CaseStudyPage.objects.all())
        for study in CaseStudyPage.objects.live():
            assert "(erfunden)" in study.contact

    def test_real_municipalities_carry_their_real_keys(self):
        keys = dict(Municipality.objects.filter(is_demo=False).values_list("name", "ars"))
        assert keys == {
            "Pforzheim": "082310000000",
            "Mannheim": "082220000000",
            "Freiburg im Breisgau": "083110000000",
        }

    def test_pictures_are_credited(self):
        assert set(Picture.objects.values_list("credit", flat=True)) == {"Illustration: Aushang"}

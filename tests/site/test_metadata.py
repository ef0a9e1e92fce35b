"""What a page says in its head to search engines, networks and feed readers."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.template import Context, Template
from wagtail.models import Site

from home.bodies.models import Body
from home.models import SiteIdentity
from tests.factories import media, pages

pytestmark = pytest.mark.django_db
BASE = "https://www.example.org"


@pytest.fixture(autouse=True)
def base(settings):
    settings.BASE_URL = BASE


@pytest.fixture
def article(db):
    return pages.article(
        title="Brücken </script><script>alert(1)</script> & mehr",
        slug="bruecken",
        lead="Worum es geht.",
        lead_image=media.picture(),
        lead_image_alt="Eine Brücke",
        owner_body=Body.objects.create(name="Akademie", kind="academy"),
        display_date=datetime(2018, 2, 5, 9, tzinfo=UTC),
    )


def head(client, address="/aktuelles/bruecken/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split("</head>")[0].split())


def properties(head: str) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', head))


def structured(head: str) -> dict[str, dict]:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head, re.DOTALL)
    return {entry["@type"]: entry for entry in json.loads(text)}


def test_open_graph_of_an_article(client, article):
    found = properties(head(client))
    assert found["description"] == found["og:description"] == "Worum es geht."
    assert found["og:type"] == "article"
    assert found["og:title"].startswith("Brücken &lt;/script&gt;")
    assert found["og:url"] == f"{BASE}/aktuelles/bruecken/"
    assert (found["og:locale"], found["og:site_name"]) == ("de_DE", "Aushang")
    assert found["article:published_time"] == "2018-02-05T10:00:00+01:00"
    assert found["article:modified_time"] > "2025"
    assert found["twitter:card"] == "summary_large_image"


def test_the_picture_has_size_and_text(client, article):
    found = properties(head(client))
    assert found["og:image"].startswith(f"{BASE}/media/images/")
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert found["og:image:alt"] == "Eine Brücke"


def test_a_missing_picture_file_is_no_picture(client, article):
    Path(article.lead_image.file.path).unlink()
    found = properties(head(client))
    assert "og:image" not in found
    assert found["twitter:card"] == "summary"


def test_canonical_address(client, article):
    assert f'<link rel="canonical" href="{BASE}/aktuelles/bruecken/">' in head(client)
    assert f'<link rel="canonical" href="{BASE}/aktuelles/">' in head(client, "/aktuelles/?jahr=2018")


def test_news_in_the_words_of_schema_org(client, article):
    identity = SiteIdentity.for_site(Site.objects.get())
    identity.publisher = Body.objects.create(name="Ministerium", kind="ministry")
    identity.save()
    found = structured(head(client))["NewsArticle"]
    assert found["headline"] == article.title
    assert found["datePublished"].startswith("2018-02-05")
    assert found["dateModified"]
    assert found["inLanguage"] == "de"
    assert found["mainEntityOfPage"] == f"{BASE}/aktuelles/bruecken/"
    assert found["image"]["url"].startswith(f"{BASE}/media/")
    assert found["publisher"] == {"@type": "GovernmentOrganization", "name": "Ministerium"}
    assert found["author"]["name"] == "Akademie"
    assert found["encoding"]["contentUrl"] == f"{BASE}/aktuelles/bruecken/artikel.pdf"


def test_long_headlines_are_cut(client):
    pages.article(slug="bruecken", title="Wort " * 40)
    assert len(structured(head(client))["NewsArticle"]["headline"]) == 110


def test_programmes_and_case_studies_are_articles(client):
    pages.program(slug="beispiel")
    assert "Article" in structured(head(client, "/programme/beispiel/"))


def test_the_way_from_the_start_page(client, article):
    entries = structured(head(client))["BreadcrumbList"]["itemListElement"]
    assert [entry["item"] for entry in entries] == [f"{BASE}/", f"{BASE}/aktuelles/", f"{BASE}/aktuelles/bruecken/"]


def test_no_text_leaves_the_script_element(client, article):
    assert "<script>alert" not in client.get("/aktuelles/bruecken/").content.decode()


def test_feeds_are_offered(client, article):
    assert f'type="application/atom+xml" title="Alle Nachrichten (ATOM)" href="{BASE}/feed.atom"' in head(client)
    assert f'href="{BASE}/aktuelles/feed.rss"' in head(client, "/aktuelles/")
    pages.program()
    assert "programme/feed" not in head(client, "/programme/")


def test_the_start_page_is_a_website(client):
    found = properties(head(client, "/"))
    assert (found["og:type"], found["og:url"]) == ("website", f"{BASE}/")


def test_metadata_costs_at_most_two_queries(rf, client, article, django_assert_max_num_queries):
    client.get("/aktuelles/bruecken/")
    request = rf.get("/aktuelles/bruecken/")
    page = type(article).objects.select_related("owner_body", "lead_image").get(pk=article.pk)
    context = Context({"page": page, "request": request})
    Template("{% load layout %}{% frame as f %}{{ f.trail }}{{ f.identity }}{{ f.identity.publisher }}").render(context)
    with django_assert_max_num_queries(2):
        Template("{% load metadata %}{% page_metadata page %}").render(context)

"""The house's part of the demo: start page, identity, section *Über uns* and the duties of a public site."""

from wagtail.models import Site

from home.demo import directory
from home.demo.chapters import Chapter
from home.demo.publishing import add, rewrite
from home.demo.stories import stories
from home.models import CollectionPage, HomePage, InformationPage, SectionPage, SiteIdentity

CLAIM = "Gemeinsam gestalten, was vor Ort gelingt"


def start_page() -> HomePage:
    """The page that every fresh database has."""
    return HomePage.objects.get()


def load_start_page() -> None:
    """Content for the start page; a name for the site, while it has none."""
    (story,) = stories("home", "start")
    rewrite(start_page(), story)
    identity = SiteIdentity.for_site(Site.objects.get(is_default_site=True))
    if identity.publisher is None and not identity.claim:
        identity.publisher, identity.claim = directory.body("akademie"), CLAIM
        identity.contact_email, identity.security_email = "redaktion@example.org", "sicherheit@example.org"
        identity.save()


def load_sections() -> None:
    """Sections in the main navigation, with the pages below them."""
    for story in stories("home", "sections"):
        add(SectionPage, start_page(), story, show_in_menus=True)
    section = SectionPage.objects.filter(slug="ueber-uns").first()
    for story in stories("home", "about") if section else []:
        add(InformationPage, section, story)


def load_information() -> None:
    """The pages that every page of the site links to."""
    for story in stories("home", "information"):
        add(InformationPage, start_page(), story, purpose=story.fields["purpose"])


def load_collections() -> None:
    """Lists that answer a stored question."""
    for story in stories("home", "collections"):
        asked = {"subject": directory.subject(story.fields["subject"]).pk}
        add(CollectionPage, start_page(), story, query=[{"type": "query", "value": asked}])


CHAPTERS = (
    Chapter(0, load_start_page),
    Chapter(30, load_sections),
    Chapter(35, load_information),
    Chapter(60, load_collections),
)

"""Pages for tests, made with Wagtail's own calls and named like the states they are in."""

import itertools
from datetime import UTC, datetime
from typing import Any

from home.models import HomePage, InformationPage, SectionPage
from home.page.models import BasePage, Subject
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

_numbers = itertools.count(1)

TEXT = [{"type": "text", "value": "<p>Die Kommunen treffen sich <b>dreimal</b> im Jahr.</p>"}]


def home_page() -> HomePage:
    """The start page that every database has."""
    return HomePage.objects.get()


def live(page_class: type[BasePage], parent: BasePage, **fields: Any) -> BasePage:
    """A live page, published past the workflow as only a test may."""
    page = draft(page_class, parent, **fields)
    page.get_latest_revision().publish(skip_permission_checks=True)
    page.refresh_from_db()
    return page


def draft(page_class: type[BasePage], parent: BasePage, **fields: Any) -> BasePage:
    """A page that was never published, with one revision by its owner."""
    number = next(_numbers)
    fields = {"title": f"Seite {number}", "slug": f"seite-{number}", **fields}
    page = page_class(live=False, **fields)
    parent.refresh_from_db()
    parent.add_child(instance=page)
    page.save_revision(user=page.owner)
    return page


def section(parent: BasePage | None = None, **fields: Any) -> SectionPage:
    """A live section."""
    return live(SectionPage, parent or home_page(), **fields)


def information(parent: BasePage | None = None, **fields: Any) -> InformationPage:
    """A live page of information."""
    return live(InformationPage, parent or home_page(), **fields)


def index_of(page_class: type[BasePage], title: str, slug: str) -> BasePage:
    """The one index page of its kind, live."""
    return page_class.objects.first() or live(page_class, home_page(), title=title, slug=slug, show_in_menus=True)


def news_index() -> NewsIndexPage:
    """`/aktuelles/`."""
    return index_of(NewsIndexPage, "Aktuelles", "aktuelles")


def program_index() -> ProgramIndexPage:
    """`/programme/`."""
    return index_of(ProgramIndexPage, "Programme", "programme")


def case_study_index() -> CaseStudyIndexPage:
    """`/praxisbeispiele/`."""
    return index_of(CaseStudyIndexPage, "Praxisbeispiele", "praxisbeispiele")


def index_pages() -> None:
    """Those that every site has; they stand in the database before the first test (decision 0078)."""
    for index in (news_index, program_index, case_study_index, event_index):
        index()


def clear() -> None:
    """Takes everything below the start page away."""
    for page in home_page().get_children():
        page.specific.delete()


def article(**fields: Any) -> ArticlePage:
    """A live article with a body."""
    return live(ArticlePage, news_index(), **{"body": TEXT, **fields})


def draft_article(**fields: Any) -> ArticlePage:
    """An article that was never submitted."""
    return draft(ArticlePage, news_index(), **{"body": TEXT, "lead": "Worum es geht.", **fields})


def program(**fields: Any) -> ProgramPage:
    """A live programme with a body."""
    return live(ProgramPage, program_index(), **{"body": TEXT, **fields})


def edition(program_page: ProgramPage | None = None, **fields: Any) -> EditionPage:
    """A live edition of a programme."""
    return live(EditionPage, program_page or program(), **{"body": TEXT, **fields})


def event_index() -> EventIndexPage:
    """`/termine/`."""
    return index_of(EventIndexPage, "Termine", "termine")


def event(**fields: Any) -> EventPage:
    """A live event."""
    return live(EventPage, event_index(), **{"body": TEXT, "starts_at": datetime(2018, 2, 5, 9, tzinfo=UTC), **fields})


def case_study(**fields: Any) -> CaseStudyPage:
    """A live case study with a body."""
    return live(CaseStudyPage, case_study_index(), **{"body": TEXT, **fields})


def subject(name: str = "Integration") -> Subject:
    """A subject by its name."""
    return Subject.objects.get_or_create(name=name, defaults={"slug": name.lower()})[0]

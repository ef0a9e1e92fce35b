"""The news of the demo, and the articles generated for trying loads."""

from django.apps import apps

from home.demo.chapters import Chapter
from home.demo.publishing import add, index_page
from home.demo.stories import stories

from .demo import generated, sequels
from .models import ArticlePage, NewsIndexPage


def load_index() -> None:
    """`/aktuelles/`, first in the main navigation."""
    (story,) = stories("news", "indexes")
    index_page(NewsIndexPage, story)


def load_articles() -> None:
    """The news, each with its programme, events and municipalities, and with what came after."""
    parent = NewsIndexPage.objects.first()
    programs, events = (apps.get_model(f"programs.{name}").objects for name in ("ProgramPage", "EventPage"))
    for story in stories("news", "articles") if parent else []:
        add(ArticlePage, parent, story, **sequels.relations(story.fields, events, programs))
        sequels.carry_on(story.key, story.slug, story.fields)


def generate(total: int) -> int:
    """Brings the number of generated articles to `total`."""
    return generated.bring_to(total)


CHAPTERS = (Chapter(10, load_index), Chapter(60, load_articles))

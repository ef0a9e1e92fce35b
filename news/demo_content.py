"""The news of the demo, and the articles generated for trying loads."""

from django.apps import apps

from home.demo import directory
from home.demo.chapters import Chapter
from home.demo.publishing import add, index_page
from home.demo.stories import stories

from .demo import generated
from .models import ArticlePage, NewsIndexPage


def load_index() -> None:
    """`/aktuelles/`, first in the main navigation."""
    (story,) = stories("news", "indexes")
    index_page(NewsIndexPage, story)


def load_articles() -> None:
    """The news, each with its programme and municipalities."""
    parent = NewsIndexPage.objects.first()
    programs = apps.get_model("programs.ProgramPage").objects
    for story in stories("news", "articles") if parent else []:
        fields = dict(story.fields)
        program = programs.filter(slug=fields.pop("program", "")).first()
        municipalities = [directory.municipality(slug) for slug in fields.pop("municipalities", [])]
        add(ArticlePage, parent, story, program=program, municipalities=municipalities, **fields)


def generate(total: int) -> int:
    """Brings the number of generated articles to `total`."""
    return generated.bring_to(total)


CHAPTERS = (Chapter(10, load_index), Chapter(60, load_articles))

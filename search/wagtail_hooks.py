"""What editors teach the search, and what readers looked for in vain, in the admin."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from . import fruitless
from .models import FruitlessSearch, LexiconWord, PinnedHit, SynonymGroup


class SynonymViewSet(SnippetViewSet):
    """Groups of words that may stand for each other."""

    model = SynonymGroup
    menu_label = _("Synonyms")
    icon = "list-ul"
    list_display = ["words"]
    search_fields = ["words"]
    search_backend_name = None


class PinnedViewSet(SnippetViewSet):
    """Pages on top of a question."""

    model = PinnedHit
    menu_label = _("Pinned hits")
    icon = "pick"
    list_display = ["question", "page", "order"]
    search_backend_name = None


class LexiconViewSet(SnippetViewSet):
    """Words that compounds are made of."""

    model = LexiconWord
    menu_label = _("Lexicon")
    icon = "openquote"
    list_display = ["word", "use"]
    list_filter = ["use"]
    search_fields = ["word"]
    search_backend_name = None


class FruitlessViewSet(SnippetViewSet):
    """Questions without an answer: a report, to be read and cleared."""

    model = FruitlessSearch
    menu_label = _("Searches without hits")
    icon = "help"
    list_display = ["words", "count", "last_on"]
    search_backend_name = None
    inspect_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Opening the report writes down what was asked often since it was last read."""
        fruitless.write_down()
        return FruitlessSearch.objects.all()


class SearchGroup(SnippetViewSetGroup):
    """All of it under one entry of the menu."""

    items = [SynonymViewSet, PinnedViewSet, LexiconViewSet, FruitlessViewSet]
    menu_label = _("Teach the search")
    menu_icon = "search"
    menu_order = 330


register_snippet(SearchGroup)

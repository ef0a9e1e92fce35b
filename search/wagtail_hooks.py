"""What editors teach the search, and what readers looked for in vain, in the admin."""

from collections.abc import Iterable

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from . import fruitless
from .models import BroaderTerm, FruitlessSearch, LexiconWord, PinnedHit, SynonymGroup
from .teaching import BroaderForm, LexiconForm, PinnedForm, SynonymForm

RENEWED = HelpPanel(
    _("Questions follow at once. The index follows in the background: some seconds, with many pages some minutes.")
)


class SynonymViewSet(SnippetViewSet):
    """Groups of words that may stand for each other."""

    model = SynonymGroup
    edit_handler = ObjectList([FieldPanel("words")], base_form_class=SynonymForm)
    menu_label = _("Synonyms")
    icon = "list-ul"
    list_display = ["words"]
    search_fields = ["words"]
    search_backend_name = None


class BroaderViewSet(SnippetViewSet):
    """Terms whose kinds are meant, too."""

    model = BroaderTerm
    edit_handler = ObjectList([FieldPanel("term"), FieldPanel("narrower")], base_form_class=BroaderForm)
    menu_label = _("Broader terms")
    icon = "list-ol"
    list_display = ["term", "narrower"]
    search_fields = ["term", "narrower"]
    search_backend_name = None


class PinnedViewSet(SnippetViewSet):
    """Pages on top of a question."""

    model = PinnedHit
    edit_handler = ObjectList(PinnedHit.panels, base_form_class=PinnedForm)
    menu_label = _("Pinned hits")
    icon = "pick"
    list_display = ["question", "page", "order"]
    search_backend_name = None


class LexiconViewSet(SnippetViewSet):
    """Words that compounds are made of."""

    model = LexiconWord
    edit_handler = ObjectList([FieldPanel("word"), FieldPanel("use"), RENEWED], base_form_class=LexiconForm)
    menu_label = _("Lexicon")
    icon = "openquote"
    list_display = ["word", "use"]
    list_filter = ["use"]
    search_fields = ["word"]
    search_backend_name = None


class ReportPolicy(ModelPermissionPolicy):
    """Rows that readers made: looked at and cleared, never written by hand."""

    def user_has_permission(self, user: AbstractBaseUser, action: str) -> bool:
        """Nobody adds or changes."""
        return action not in ("add", "change") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: AbstractBaseUser, actions: Iterable[str]) -> bool:
        """The same for several."""
        return any(self.user_has_permission(user, action) for action in actions)


class FruitlessViewSet(SnippetViewSet):
    """Questions without an answer: a report, to be read and cleared."""

    model = FruitlessSearch
    menu_label = _("Searches without hits")
    icon = "help"
    list_display = ["words", "answer", "count", "last_on"]
    list_filter = ["answer"]
    search_backend_name = None
    inspect_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Opening the report writes down what was asked often since it was last read."""
        fruitless.write_down()
        return FruitlessSearch.objects.all()


class SearchGroup(SnippetViewSetGroup):
    """All of it under one entry of the menu."""

    items = [SynonymViewSet, BroaderViewSet, PinnedViewSet, LexiconViewSet, FruitlessViewSet]
    menu_label = _("Teach the search")
    menu_icon = "search"
    menu_order = 330


register_permission_policy(FruitlessSearch, ReportPolicy(FruitlessSearch))
register_snippet(SearchGroup)

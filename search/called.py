"""Pages that are called as somebody asks: whoever types the name of a programme wants its page first."""

from home.listing import relations
from home.page.models import BasePage

from . import kinds
from .language import Language, Stems
from .models import IndexState

Names = dict[Stems, tuple[int, ...]]
_remembered: dict[tuple, Names] = {}


def keys_called(text: str, words: Language, state: IndexState) -> tuple[int, ...]:
    """Keys of standing pages and programmes whose title is this text, whatever forms its words have."""
    return names(words, state).get(spoken(text, words), ())


def names(words: Language, state: IndexState) -> Names:
    """The titles of today; read once after each change of the index."""
    stamp = (words.stamp, state.index_stamp)
    if stamp not in _remembered:
        _remembered.clear()
        _remembered[stamp] = read(words)
    return _remembered[stamp]


def read(words: Language) -> Names:
    """The titles of what is no article: those of which there are few. Pages higher up come first."""
    types = [*kinds.page_types()[kinds.ORDINARY], *kinds.page_types().get(relations.PROGRAMME, [])]
    found: Names = {}
    pages = BasePage.objects.readable().type(*types).order_by("depth", "pk")
    for key, title in pages.values_list("pk", "title"):
        called = spoken(title, words)
        found[called] = (*found.get(called, ()), key)
    found.pop((), None)
    return found


def spoken(text: str, words: Language) -> Stems:
    """All words by their stems, stop words too: a page may be called “Über uns”."""
    return tuple(token.stem for token in words.analyse(text))


def forget() -> None:
    """Forgets what was read; for tests, which begin with the same stamps."""
    _remembered.clear()

"""What the search knows of German right now: shipped rules, the editors' lexicon and synonyms, the site's own words."""

from dataclasses import dataclass
from functools import cached_property

from .german.analysis import Analyser, Token
from .models import IndexState, LexiconWord, SynonymGroup

# A word or a term as its stems.
Stems = tuple[str, ...]


@dataclass(frozen=True)
class Language:
    """An analyser and the synonyms, read once for each change in the admin."""

    stamp: tuple
    analyser: Analyser
    groups: tuple[tuple[str, ...], ...]

    def analyse(self, text: str) -> list[Token]:
        """All words of a text."""
        return self.analyser.analyse(text)

    def stems(self, text: str) -> Stems:
        """The stems of a text without stop words."""
        return self.analyser.stems(text)

    def learn(self) -> None:
        """Works out beforehand what takes longest, once."""
        _ready = self.synonyms

    @property
    def version(self) -> str:
        """Differs when the same text would be indexed differently."""
        return self.analyser.version

    @cached_property
    def synonyms(self) -> dict[Stems, list[Stems]]:
        """For each word or term the others of its groups, as stems."""
        found: dict[Stems, list[Stems]] = {}
        for group in self.groups:
            members = list(dict.fromkeys(stems for word in group if (stems := self.stems(word))))
            for member in members:
                found.setdefault(member, []).extend(other for other in members if other != member)
        return found


_remembered: dict[str, Language] = {}


def language(state: IndexState | None = None) -> Language:
    """The language of today."""
    state = state or IndexState.current()
    stamp = (state.language_stamp, state.generation, state.built_at)
    known = _remembered.get("now")
    if known is None or known.stamp != stamp:
        known = _remembered["now"] = read(stamp, state.site_words)
    return known


def read(stamp: tuple, site_words: list[str]) -> Language:
    """Reads the tables."""
    use = LexiconWord.Use
    words = dict(LexiconWord.objects.values_list("word", "use"))
    parts = [word for word, found in words.items() if found != use.WHOLE]
    whole = [word for word, found in words.items() if found != use.PART]
    groups = tuple(tuple(group.members) for group in SynonymGroup.objects.all())
    return Language(stamp, Analyser([*parts, *site_words], whole), groups)


def forget() -> None:
    """Forgets what was read; for tests that change the tables past the models."""
    _remembered.clear()

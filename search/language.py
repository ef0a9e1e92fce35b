"""What the search knows of German right now: shipped rules, the editors' lexicon and synonyms, the site's own words."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from .german.analysis import Analyser, Token, phrase, stems
from .german.families import family
from .models import BroaderTerm, IndexState, LexiconWord, SynonymGroup

# A word or a term as its stems.
Stems = tuple[str, ...]


@dataclass(frozen=True)
class Language:
    """An analyser, the synonyms and the broader terms, read once for each change in the admin."""

    stamp: tuple
    analyser: Analyser
    groups: tuple[tuple[str, ...], ...]
    # Each broader term and its kinds.
    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def analyse(self, text: str) -> list[Token]:
        """All words of a text."""
        return self.analyser.analyse(text)

    def stems(self, text: str) -> Stems:
        """The stems of a text without stop words."""
        return stems(text)

    def learn(self) -> None:
        """Works out beforehand what takes longest, once."""
        _ready = self.synonyms, self.narrower, self.broader

    @property
    def version(self) -> str:
        """Differs when the same text would be indexed differently."""
        return self.analyser.version

    @cached_property
    def synonyms(self) -> dict[Stems, list[Stems]]:
        """For each word or term the others of its groups, as they stand in texts."""
        return others_of_each(self.groups)

    def others(self, asked: Stems) -> list[Stems]:
        """Other words for it, and those of its family."""
        kin = [(stem,) for stem in family(asked[0])] if len(asked) == 1 else []
        return [*self.synonyms.get(asked, []), *kin]

    def instead(self, asked: Stems) -> list[Stems]:
        """What else may stand in a text: other words for it, and its kinds."""
        return [*self.others(asked), *self.narrower.get(asked, [])]

    @cached_property
    def narrower(self) -> dict[Stems, dict[Stems, str]]:
        """For each broader term its kinds and the kinds of these, as they stand in texts, and how each is written."""
        return kinds_of_each(self.terms)

    @cached_property
    def broader(self) -> dict[Stems, list[Stems]]:
        """For each kind the terms above it, as they stand in texts."""
        return terms_above(self.terms)


# Thousands of words: worked out anew only if they change, not with each change of the lexicon or the index.
@lru_cache(maxsize=2)
def others_of_each(groups: tuple[tuple[str, ...], ...]) -> dict[Stems, list[Stems]]:
    """For each word or term of some groups the others."""
    found: dict[Stems, list[Stems]] = {}
    for group in groups:
        written = [form for word in group for form in (word, word.replace("-", ""))]
        members = {told: phrase(word) for word in written if (told := stems(word))}
        for member in members:
            found.setdefault(member, []).extend(others for told, others in members.items() if told != member)
    return found


@lru_cache(maxsize=2)
def kinds_of_each(terms: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[Stems, dict[Stems, str]]:
    """For each of some broader terms its kinds, and how each is written."""
    direct: dict[Stems, dict[Stems, str]] = {}
    for term, kinds in terms:
        direct.setdefault(stems(term), {}).update({stems(kind): kind for kind in kinds})
    return {term: {phrase(kind): kind for kind in below(term, direct)} for term in direct}


@lru_cache(maxsize=2)
def terms_above(terms: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[Stems, list[Stems]]:
    """For each kind of some broader terms these terms."""
    found: dict[Stems, list[Stems]] = {}
    for term, kinds in terms:
        for kind in dict.fromkeys(map(stems, kinds)) if (told := phrase(term)) else ():
            found.setdefault(kind, []).append(told)
    return found


def below(term: Stems, direct: dict[Stems, dict[Stems, str]]) -> list[str]:
    """The kinds of a term, then the kinds of these, without the term itself and what is no word."""
    kinds = direct[term]
    deeper = [found for near in kinds for found in direct.get(near, {}).items()]
    return [kind for stems, kind in (dict(deeper) | kinds).items() if stems not in ((), term)]


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
    terms = tuple((found.term, tuple(found.members)) for found in BroaderTerm.objects.all())
    return Language(stamp, Analyser([*parts, *site_words], whole), groups, terms)


def forget() -> None:
    """Forgets what was read; for tests that change the tables past the models."""
    _remembered.clear()

"""How a question is looked up: for each of its words the stems that answer it, unknown words corrected."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..german.analysis import Token
from ..language import Language, Stems
from ..query import SearchQuery
from ..wording import Term
from .vocabulary import Vocabulary

MOST_TERMS = 3


@dataclass
class Group:
    """The ways to answer one word or phrase."""

    # The stem itself, in whole words and in parts of compounds.
    stems: list[str] = field(default_factory=list)
    # All parts of a compound, anywhere.
    parts: list[Stems] = field(default_factory=list)
    # Words next to each other, in whole words only; also synonyms.
    phrases: list[Stems] = field(default_factory=list)
    frequency: int = 1

    @property
    def all_stems(self) -> set[str]:
        """Everything that may stand in a text."""
        return {*self.stems, *(stem for stems in (*self.parts, *self.phrases) for stem in stems)}


@dataclass(frozen=True)
class Plan:
    """The groups of a question and, if words were corrected, the question as it is probably meant."""

    groups: list[Group]
    correction: str | None = None
    corrected: list[Group] = field(default_factory=list)


@dataclass(frozen=True)
class Planner:
    """Makes plans with a language and the words of an index."""

    language: Language
    vocabulary: Vocabulary

    def plan(self, query: SearchQuery) -> Plan:
        """Stop words count only in phrases, or if there is nothing else."""
        terms = [(term, self.language.analyse(" ".join(term.words))) for term in query.terms]
        terms = [(term, tokens) for term, tokens in terms if tokens]
        telling = [(term, tokens) for term, tokens in terms if term.is_phrase or not tokens[0].is_stop_word]
        telling = telling or terms
        groups = [self.group(term, tokens) for term, tokens in telling]
        self.add_terms(groups, telling)
        known = self.vocabulary.frequencies(stem for group in groups for stem in group.all_stems)
        corrected, changed = {}, []
        for (term, tokens), group in zip(telling, groups, strict=True):
            is_unknown = not term.is_phrase and not answerable(group, known)
            if is_unknown and (found := self.correct(group, tokens[0])):
                corrected |= found
                changed.append(group)
            group.frequency = max([known.get(stem, 0) for stem in group.stems] or [0]) or 1
        return Plan(groups, self.corrected_text(query, corrected) if corrected else None, changed)

    def group(self, term: Term, tokens: list[Token]) -> Group:
        """The ways to answer a term."""
        if term.is_phrase:
            return Group(phrases=[tuple(token.stem for token in tokens)])
        group = Group(stems=[token.stem for token in tokens[:1]])
        if len(tokens[0].parts) > 1:
            group.parts.append(tokens[0].parts)
        group.phrases += self.language.synonyms.get((tokens[0].stem,), [])
        return group

    def add_terms(self, groups: list[Group], terms: list[tuple[Term, list[Token]]]) -> None:
        """Synonyms of several words: the term's words may each be answered by its synonym."""
        stems = [() if term.is_phrase else (tokens[0].stem,) for term, tokens in terms]
        for length in range(2, MOST_TERMS + 1):
            for start in range(len(stems) - length + 1):
                asked = tuple(stem for stem in sum(stems[start : start + length], ()))
                for synonym in self.language.synonyms.get(asked, []) if len(asked) == length else []:
                    for group in groups[start : start + length]:
                        group.phrases.append(synonym)

    def correct(self, group: Group, token: Token) -> dict[str, str]:
        """Puts the words spelled nearly so into the group."""
        found = self.vocabulary.near(token.word)
        group.stems += [stem for _written, stem in found]
        return {token.written: found[0][0]} if found else {}

    def corrected_text(self, query: SearchQuery, corrected: dict[str, str]) -> str:
        """The question with the corrected words."""
        texts = [(term, " ".join(corrected.get(word, word) for word in term.words)) for term in query.terms]
        return " ".join(f"“{text}”" if term.is_phrase else text for term, text in texts)


def answerable(group: Group, known: Iterable[str]) -> bool:
    """Whether the index holds what one of the ways needs."""
    ways: list[Stems] = [*((stem,) for stem in group.stems), *group.parts, *group.phrases]
    return any(all(stem in known for stem in way) for way in ways)

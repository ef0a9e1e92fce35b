"""How a question is looked up: for each of its words the stems that answer it, unknown words corrected."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ..german.analysis import Token
from ..german.asking import without_the_asking
from ..german.folding import fold
from ..german.stems import stem
from ..language import Language, Stems
from ..query import SearchQuery
from ..wording import Term
from .group import Group, answerable, counted
from .known_words import distance
from .vocabulary import Vocabulary

MOST_TERMS = 3
SURELY_A_SLIP = 9
# What a part of a compound counts that does not stand in front.
BEHIND = 0.6
# A part in more documents than this share of those with the most frequent word tells nothing by itself.
FREQUENT = 0.1
# So many kinds of a broader term answer for it, the most frequent ones.
MOST_KINDS = 30


@dataclass(frozen=True)
class Plan:
    """The groups of a question and, if words were corrected, the question as it is probably meant."""

    groups: list[Group]
    correction: str | None = None
    corrected: list[Group] = field(default_factory=list)

    @property
    def own(self) -> list[Group]:
        """The groups without other words."""
        return [group.own for group in self.groups]

    @property
    def literal(self) -> list[Group]:
        """The groups by what says their very words."""
        return [group.literal for group in self.groups]


@dataclass(frozen=True)
class Planner:
    """Makes plans with a language and the words of an index."""

    language: Language
    vocabulary: Vocabulary

    def plan(self, query: SearchQuery) -> Plan:
        """Stop words count only in phrases, or if there is nothing else."""
        terms = [(term, self.language.analyse(" ".join(term.words))) for term in query.terms]
        terms = [(term, tokens) for term, tokens in terms if tokens]
        about = without_the_asking(tokens[0].word for term, tokens in terms if not term.is_phrase)
        telling = [
            (term, tokens)
            for term, tokens in terms
            if term.is_phrase or (tokens[0].word in about and not tokens[0].is_stop_word)
        ]
        telling = telling or terms
        groups = [self.group(term, tokens) for term, tokens in telling]
        self.add_terms(groups, telling)
        self.add_words_written_as_one(groups)
        known = self.vocabulary.frequencies(stem for group in groups for stem in group.all_stems)
        for group in groups:
            group.synonyms, group.otherwise = held(group.synonyms, known), held(group.otherwise, known)
            group.narrower = frequent(group.narrower, known)
            if group.stems and not answerable(group, known):
                known |= self.further(group, is_alone=len(groups) == 1)
        corrected, changed = {}, []
        for (term, tokens), group in zip(telling, groups, strict=True):
            if not term.is_phrase and (found := self.corrected(group, tokens[0], known)):
                corrected |= found
                changed.append(group)
        known |= self.vocabulary.frequencies(stem for group in changed for stem in group.stems)
        for group in groups:
            group.count(known)
        return Plan(groups, self.corrected_text(query, corrected) if corrected else None, changed)

    def group(self, term: Term, tokens: list[Token]) -> Group:
        """The ways to answer a term."""
        if term.is_phrase:
            return Group(phrases=[tuple(token.stem for token in tokens)])
        group = Group(word=tokens[0].word, stems=[token.stem for token in tokens[:1]])
        group.parts += tokens[0].ways
        group.otherwise += self.otherwise(tokens[0].ways)
        group.synonyms += self.language.others((tokens[0].stem,))
        group.narrower |= self.language.narrower.get((tokens[0].stem,), {})
        return group

    def further(self, group: Group, is_alone: bool) -> dict[str, int]:
        """For a word that nothing answers: other words for the other words for it, for one that is asked alone the
        terms above it, and how frequent they are.
        """
        asked = (group.stems[0],)
        near = self.language.synonyms.get(asked, [])
        found = dict.fromkeys(further for other in near for further in self.language.synonyms.get(other, []))
        found |= dict.fromkeys(self.language.broader.get(asked, []) if is_alone else ())
        known = self.vocabulary.frequencies(stem for stems in found for stem in stems)
        group.synonyms += held([*found], known)
        return known

    def otherwise(self, ways: Iterable[Stems]) -> list[Stems]:
        """Compounds with another word for one of their parts: Abfallgebühr for Müllgebühr."""
        parts = [(way, place) for way in ways if len(way) > 1 for place in range(len(way))]
        others = [(way, place, self.language.synonyms.get((way[place],), [])) for way, place in parts]
        found = [
            (*way[:place], *other, *way[place + 1 :])
            for way, place, words in others
            for other in words
            if len(other) == 1
        ]
        return list(dict.fromkeys(found))

    def add_terms(self, groups: list[Group], terms: list[tuple[Term, list[Token]]]) -> None:
        """Terms of several words: each of their words may be answered by a synonym or a kind of the term."""
        stems = [() if term.is_phrase else (tokens[0].stem,) for term, tokens in terms]
        for length in range(2, MOST_TERMS + 1):
            for start in range(len(stems) - length + 1):
                asked = tuple(stem for stem in sum(stems[start : start + length], ()))
                for group in groups[start : start + length] if len(asked) == length else []:
                    group.synonyms += self.language.synonyms.get(asked, [])
                    group.narrower |= self.language.narrower.get(asked, {})

    def add_words_written_as_one(self, groups: list[Group]) -> None:
        """Two words may stand in a text as one: E-Bike and Ebike, A 7 and A7."""
        for group, following in pairwise(groups):
            if group.word and following.word:
                as_one = (stem(group.word + following.word),)
                group.synonyms.append(as_one)
                following.synonyms.append(as_one)

    def corrected(self, group: Group, token: Token, known: Iterable[str]) -> dict[str, str]:
        """What a word that the index does not hold is probably meant to be."""
        if not answerable(group, known):
            return self.correct(group, token)
        if token.stem in known or len(token.word) < SURELY_A_SLIP:
            return {}
        # Its parts are known, but a long word that differs by one letter is likelier than a new compound of them.
        found = [word for word in self.vocabulary.known().near(token.word) if distance(token.word, word.folded) == 1]
        group.stems += [word.stem for word in found]
        return {token.written: found[0].written} if found else {}

    def correct(self, group: Group, token: Token) -> dict[str, str]:
        """Puts the words spelled nearly so into the group, unless the word is part or made of words of the index."""
        known = self.vocabulary.known()
        if known.around(token.stem, self.language.analyser.splitter):
            return {}
        found, parts, verb = known.near(token.word), known.pieces(token.word), known.without_prefix(token.word)
        if (parts or verb) and (not found or distance(token.word, fold(found[0].written)) > 1):
            group.parts += [parts] if parts else [(stem,) for stem in verb]
            return {}
        group.stems += [word.stem for word in found]
        return {token.written: found[0].written} if found and not found[0].is_part else {}

    def widened(self, plan: Plan) -> list[Group]:
        """The groups with longer words of the index that begin or end with the word that is asked for."""
        return [replace(group, parts=[*group.parts, *self.around(group)]) for group in plan.groups]

    def single_parts(self, group: Group) -> list[Group]:
        """The parts of a compound, or the known ends of an unknown word, as groups of their own.

        What stands in front says most: Hausarzt in Hausarztmangel.
        """
        stems = list(dict.fromkeys(stem for stems in group.parts for stem in stems))
        known = self.vocabulary.frequencies(stems)
        if not any(stem in known for stem in stems):
            lexicon, words = self.language.analyser.splitter, self.vocabulary.known()
            stems = list(dict.fromkeys(words.ends(group.word, lexicon)))
            known = self.vocabulary.frequencies(stems)
        return [
            Group(stems=[stem], spread=known.get(stem, 1), weight=BEHIND if place else 1.0)
            for place, stem in enumerate(stems)
        ]

    def telling_parts(self, group: Group) -> list[Group]:
        """Those that only some documents hold: not Gemeinde in Gemeindezusammenschluss."""
        most = self.vocabulary.known().most * FREQUENT
        return [part for part in self.single_parts(group) if part.spread <= most]

    def expects_fewer(self, plan: Plan, number: int) -> bool:
        """Whether fewer documents than that will probably answer, as if no word knew of the others."""
        most = max(self.vocabulary.known().most, 1)
        return most * math.prod(min(group.reach / most, 1) for group in plan.groups) < number

    def otherwise_written(self, plan: Plan) -> list[str]:
        """What else may answer, word by word: other words and relatives as the site writes them mostly, and kinds."""
        known, kinds = self.vocabulary.known().by_stem, [group.narrower.items() for group in plan.groups]
        others = [stems[0] for group in plan.groups for stems in group.synonyms if len(stems) == 1]
        written = [known[stem].written for stem in others if stem in known]
        return written + [word for kind in kinds for stems, word in kind if len(stems) == 1]

    def around(self, group: Group) -> list[Stems]:
        """Longer words, each alone."""
        lexicon = self.language.analyser.splitter
        return [(stem,) for own in group.stems[:1] for stem in self.vocabulary.known().around(own, lexicon)]

    def corrected_text(self, query: SearchQuery, corrected: dict[str, str]) -> str:
        """The question with the corrected words."""
        texts = [(term, " ".join(corrected.get(word, word) for word in term.words)) for term in query.terms]
        return " ".join(f"“{text}”" if term.is_phrase else text for term, text in texts)


def held(others: list[Stems], known: dict[str, int]) -> list[Stems]:
    """Those that the index holds, as far as it counts them; a page can hold no other ones."""
    return [stems for stems in others if all(stem in known for stem in counted(stems))]


def frequent(kinds: dict[Stems, str], known: dict[str, int]) -> dict[Stems, str]:
    """Those that the index holds, as many as count, the most frequent first."""
    documents = {stems: min((known.get(stem, 0) for stem in counted(stems)), default=1) for stems in kinds}
    held = sorted((stems for stems in kinds if documents[stems]), key=lambda stems: -documents[stems])
    return {stems: kinds[stems] for stems in held[:MOST_KINDS]}

"""The difference of two texts, word by word, with a bound on the effort."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

TOKEN = re.compile(r"\w+(?:[-’'./]\w+)*\s*|[^\w\s]\s*")
SENTENCE_END = re.compile(r"[.!?:]\s*$|\n")
# Pairs of equal words that are compared at most; above, whole sentences are compared first.
MOST_PAIRS = 60_000
# Words shown before and after a change; fewer words than BRIDGE between two changes do not part them.
CONTEXT = 12
BRIDGE = 2

SAME, GONE, NEW, GAP = "same", "gone", "new", "gap"


@dataclass(frozen=True)
class Piece:
    """A run of words of one kind; a gap stands for `count` words that did not change."""

    kind: str
    text: str
    count: int = 0


def compare(old: str, new: str) -> list[Piece]:
    """What became of the old text: unchanged, removed and inserted runs of words, in reading order."""
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    return joined(bridged(list(runs(before, after))))


def runs(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Runs of tokens; a text too large for a look at every word is first cut into sentences."""
    if effort(before, after) <= MOST_PAIRS:
        yield from aligned(before, after, same_word, replaced_words)
    else:
        yield from aligned(sentences(before), sentences(after), same_sentence, replaced_sentences)


def effort(before: Sequence[str], after: Sequence[str]) -> int:
    """How many pairs of equal words there are, which is what a comparison costs."""
    first, second = Counter(map(same_word, before)), Counter(map(same_word, after))
    return sum(count * second[word] for word, count in first.items())


def aligned(before: Sequence, after: Sequence, key: Callable, replaced: Callable) -> Iterator[tuple[str, list[str]]]:
    """Lays two sequences side by side."""
    matcher = SequenceMatcher(None, [key(item) for item in before], [key(item) for item in after], autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            yield SAME, flat(after[new_start:new_end])
        else:
            yield from replaced(before[start:end], after[new_start:new_end])


def replaced_words(gone: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Words in the place of others."""
    yield GONE, flat(gone)
    yield NEW, flat(new)


def replaced_sentences(gone: Sequence, new: Sequence) -> Iterator[tuple[str, list[str]]]:
    """Sentences in the place of others: word by word where that is not too much."""
    gone, new = flat(gone), flat(new)
    if gone and new and effort(gone, new) <= MOST_PAIRS:
        yield from aligned(gone, new, same_word, replaced_words)
    else:
        yield from replaced_words(gone, new)


def flat(items: Sequence) -> list[str]:
    """Words, be they given as words or as sentences."""
    return [word for item in items for word in ([item] if isinstance(item, str) else item)]


def same_word(token: str) -> str:
    """Two tokens are equal whatever space follows, but a new paragraph counts."""
    return token.strip() + ("\n" if "\n" in token else "")


def same_sentence(sentence: tuple[str, ...]) -> tuple[str, ...]:
    """Two sentences are equal if their words are."""
    return tuple(map(same_word, sentence))


def sentences(tokens: Sequence[str]) -> list[tuple[str, ...]]:
    """Tokens by sentence."""
    found, current = [], []
    for token in tokens:
        current.append(token)
        if SENTENCE_END.search(token):
            found.append(tuple(current))
            current = []
    return [*found, tuple(current)] if current else found


def bridged(found: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    """A lone word between two changes belongs to them: phrases are easier to read than confetti."""
    found = [(kind, words) for kind, words in found if words]
    for place in range(1, len(found) - 1):
        kind, words = found[place]
        between = SAME not in (found[place - 1][0], found[place + 1][0])
        if kind == SAME and between and len(words) < BRIDGE and "\n" not in words[-1]:
            found[place] = ("both", words)
    return found


def joined(found: list[tuple[str, list[str]]]) -> list[Piece]:
    """Neighbouring changes as one removal and one insertion."""
    pieces, gone, new = [], [], []
    for kind, words in [*found, (SAME, [])]:
        if kind == SAME:
            pieces += [Piece(GONE, "".join(gone))] if gone else []
            pieces += [Piece(NEW, "".join(new))] if new else []
            pieces += [Piece(SAME, "".join(words), len(words))] if words else []
            gone, new = [], []
        if kind in (GONE, "both"):
            gone += words
        if kind in (NEW, "both"):
            new += words
    return pieces


def shortened(pieces: list[Piece]) -> list[Piece]:
    """Leaves out unchanged words far from any change, and says how many."""
    last = len(pieces) - 1
    return [part for place, piece in enumerate(pieces) for part in cut(piece, place == 0, place == last)]


def cut(piece: Piece, is_first: bool, is_last: bool) -> list[Piece]:
    """One unchanged run, with its middle (or outer end) left out."""
    before, after = 0 if is_first else CONTEXT, 0 if is_last else CONTEXT
    left_out = piece.count - before - after
    if piece.kind != SAME or left_out < CONTEXT:
        return [piece]
    words = TOKEN.findall(piece.text)
    head, tail = "".join(words[:before]), "".join(words[len(words) - after :]) if after else ""
    return [
        part for part in (Piece(SAME, head), Piece(GAP, "", left_out), Piece(SAME, tail)) if part.text or part.count
    ]

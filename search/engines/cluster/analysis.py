"""German analysis as settings of the index itself: no files on the servers."""

from collections.abc import Iterable

from ...german.folding import fold

SHORTEST_WORD, SHORTEST_PART = 6, 4


def settings(words: Iterable[str], synonyms: Iterable[Iterable[str]], shards: int, replicas: int) -> dict:
    """Settings of a new index: its German, its shards and the copies of each."""
    return {
        "number_of_shards": shards,
        "number_of_replicas": replicas,
        "max_result_window": 100_000,
        "analysis": {"filter": filters(words, synonyms), "analyzer": analysers()},
    }


def filters(words: Iterable[str], synonyms: Iterable[Iterable[str]]) -> dict:
    """What happens to a word."""
    parts = sorted({word for word in map(fold, words) if len(word) >= SHORTEST_PART})
    groups = [", ".join(" ".join(word.replace(",", " ").split()) for word in group) for group in synonyms]
    return {
        "parts": {
            "type": "dictionary_decompounder",
            "word_list": parts or ["aushang"],
            "min_word_size": SHORTEST_WORD,
            "min_subword_size": SHORTEST_PART,
            "only_longest_match": True,
        },
        "groups": {"type": "synonym_graph", "synonyms": groups, "lenient": True},
        "telling": {"type": "stop", "stopwords": "_german_"},
        "stems": {"type": "stemmer", "language": "light_german"},
    }


def analysers() -> dict:
    """For texts, for questions, and for words that are analysed already."""
    plain = ["lowercase", "german_normalization"]
    return {
        "german_text": {"tokenizer": "standard", "filter": [*plain, "parts", "stems"]},
        "german_question": {"tokenizer": "standard", "filter": [*plain, "telling", "groups", "stems"]},
        "ready": {"tokenizer": "whitespace"},
    }

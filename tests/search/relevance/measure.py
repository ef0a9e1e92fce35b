"""Reads the set, and measures answers: nDCG@10 and recall@10 (grades 2 and 3)."""

import math
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

FOLDER = Path(__file__).parent
DEPTH, ANSWERS = 10, 2


@dataclass(frozen=True)
class Question:
    """A question of a category, and what answers it how well."""

    category: str
    text: str
    grades: dict[str, int]


def rows(name: str) -> list[list[str]]:
    lines = (FOLDER / name).read_text().splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line and not line.startswith("#")]


def documents() -> list[dict[str, str]]:
    return [dict(zip(("slug", "title", "lead", "body"), row, strict=True)) for row in rows("documents.txt")]


def questions() -> list[Question]:
    found = []
    for category, text, grades in rows("questions.txt"):
        pairs = (pair.split(":") for pair in grades.split())
        found.append(Question(category, text, {slug: int(grade) for slug, grade in pairs}))
    return found


def gain(grades: list[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:DEPTH]))


def ndcg(question: Question, slugs: list[str]) -> float:
    best = gain(sorted(question.grades.values(), reverse=True))
    return gain([question.grades.get(slug, 0) for slug in slugs]) / best


def recall(question: Question, slugs: list[str]) -> float:
    wanted = {slug for slug, grade in question.grades.items() if grade >= ANSWERS}
    return len(wanted & set(slugs[:DEPTH])) / len(wanted) if wanted else 1.0


def measured(answer: Callable[[str], list[str]]) -> dict[str, tuple[float, float]]:
    """Category (and "all") -> nDCG@10 and recall@10."""
    figures = defaultdict(list)
    for question in questions():
        slugs = answer(question.text)
        pair = ndcg(question, slugs), recall(question, slugs)
        figures[question.category].append(pair)
        figures["all"].append(pair)
    return {name: (mean(p[0] for p in pairs), mean(p[1] for p in pairs)) for name, pairs in figures.items()}

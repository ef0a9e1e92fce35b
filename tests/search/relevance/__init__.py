"""A relevance set of our own, written before the lexicon and apart from it: invented pages and graded questions."""

"""The official list of municipalities: read, compare, write."""

"""The blocks of a body."""

"""The building blocks of a body."""

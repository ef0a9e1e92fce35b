"""Loads the demo content that the layers offer."""

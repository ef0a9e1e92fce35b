"""Template tags of the article actions."""

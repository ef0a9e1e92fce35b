"""How a page is approved."""

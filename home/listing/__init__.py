"""Lists of pages by kind and subject."""

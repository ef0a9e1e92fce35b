"""Configuration and appearance of the site: settings, addresses, templates, styles."""

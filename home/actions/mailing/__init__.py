"""The site's own mail form: off by default, and built so that nobody can misuse it as a mail relay."""

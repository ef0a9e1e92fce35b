"""Pages written in bulk, past publishing: whoever does that says so here."""

from django.dispatch import Signal

# Sent after rows of pages were written. Argument: keys.
pages_written = Signal()

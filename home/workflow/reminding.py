"""The daily round: whoever has something to remind people of listens here."""

from django.dispatch import Signal

# Argument: at, the moment of the round. Receivers are safe to be called twice; each returns how many mails it wrote.
round_due = Signal()

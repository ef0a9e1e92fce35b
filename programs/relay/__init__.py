"""Passes a reader's question on to the mailbox of a municipality, which stays off the web."""

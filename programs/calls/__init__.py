"""Calls: how an edition stands at a moment, who may apply until when, and the lists of it."""

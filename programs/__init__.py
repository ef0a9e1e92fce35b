"""Programmes and municipal case studies."""

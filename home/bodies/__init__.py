"""Organisations: academy, ministry, partners and municipalities."""

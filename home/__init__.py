"""The house: what every page is, how it is approved, what can be done with it."""

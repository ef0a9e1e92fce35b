"""Papers to take along: the questions before one writes, and a case study for the council."""

"""German as it is typed and written: one analysis for every engine, at index and at query time."""

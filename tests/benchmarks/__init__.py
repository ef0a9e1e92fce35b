"""Benchmarks: one line per figure, with its data size and a yardstick measured in the same run."""

"""The record of a page: what was done by whom, chained by hashes, and the proof that readers see what was approved."""

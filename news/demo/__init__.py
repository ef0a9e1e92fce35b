"""The news of the demo: written ones beside this file, generated ones for trying loads."""

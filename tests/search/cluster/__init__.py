"""The search cluster: its address, its bodies, its answers on real servers, and its faults."""

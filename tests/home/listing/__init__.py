"""Lists: filters in the address, and questions that editors store."""

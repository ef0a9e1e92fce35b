"""The engines that answer questions, each behind the same protocol."""

"""Images and documents, and who may read their originals."""

"""The journey map: what stands where as values, and the picture of it."""

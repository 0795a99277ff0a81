"""The page of a journey, and all that stands beside it."""

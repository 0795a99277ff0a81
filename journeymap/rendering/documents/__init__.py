"""Journeys for walls and decks: pixels, pages and slides, from the same pictures and values."""

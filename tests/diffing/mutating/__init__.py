"""Mutations of a valid workspace: for every property of the language, what changing it must give."""

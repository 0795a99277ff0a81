"""Fixes: chosen, applied, and held to what they promise."""

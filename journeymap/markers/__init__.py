"""Markers in Markdown: the words that ask for a table or a picture, and what can be wrong with them.

Owns the grammar of a marker and its faults. Knows nothing of Markdown, of files, or of how that which is
asked for is made.
"""

"""Journeys inside the pages of other documentation generators: a fence for Markdown, a directive for Sphinx.

Owns what stands between such a page and a picture: what an author may ask for, where the journeys are, and
how a wish that cannot be met shows itself. Each generator has a module of its own, which imports nothing of
it but what it must; what is drawn is the business of the renderers.
"""

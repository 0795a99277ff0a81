"""Slides as PowerPoint keeps them: a blank deck with our theme, native shapes, tables and notes."""

"""Journeys on a terminal: tables, cards and the emotion curve in characters.

Owns how a model looks in columns of characters. A drawing is a function from values and a screen to lines
of runs, each run a text with the part it plays; no line is wider than the screen, and nothing in it can
steer a terminal.
"""

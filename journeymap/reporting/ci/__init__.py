"""Notices in the formats of CI systems: each module is one format, a function from a report to text.

Owns what those systems accept, how much of it, and what could be taken for a command. Knows neither
findings nor changes, only notices.
"""

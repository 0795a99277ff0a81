"""The tables and lists of journeys as values, and the formats they are written in."""

"""Living with findings: comments that silence them where they stand, and the baseline of those long known.

Owns which finding is silenced by what, and what is wrong with that. Rules and levels are handed in: this room
knows rules by name only. What is silenced is kept, so that reports can count and show it. Nothing of it is
loaded where no text mentions journeymap in a comment and no baseline lies beside the settings.
"""

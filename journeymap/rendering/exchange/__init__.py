"""Journeys in other tools' languages and as data, each with a report of what the form could not hold."""

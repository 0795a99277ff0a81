"""The pages of what journeys share and refer to: people, channels, systems, teams and the rest."""

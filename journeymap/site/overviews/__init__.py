"""What all journeys come to together: KPIs, pains, opportunities, the words they use, and their health."""

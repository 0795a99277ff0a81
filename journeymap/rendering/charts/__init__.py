"""Pictures of numbers: the emotion curve, the opportunity matrix, the heat map of a portfolio."""

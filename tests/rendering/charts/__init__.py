"""The pictures of numbers: the emotion curve, the opportunity matrix, the heat map."""

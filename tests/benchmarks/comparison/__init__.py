"""One journey in the form of five tools, built and measured in the same browser."""

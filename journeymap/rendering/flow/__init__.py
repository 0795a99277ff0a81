"""The flow of a journey: its graph, its DOT text, its layout by Graphviz, and its picture."""

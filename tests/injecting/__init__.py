"""Tables and pictures between markers in Markdown files."""

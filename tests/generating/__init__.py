"""Writers of the generated pages: rules, language, commands, JSON output."""

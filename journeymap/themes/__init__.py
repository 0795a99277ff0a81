"""How things look: the design tokens of pictures, pages and slides, and what makes them readable."""

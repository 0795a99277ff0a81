"""A journey in the Mermaid language, which code hosts draw in any Markdown: a journey or a flowchart."""

from journeymap.rendering.exchange.mermaid_flowchart import write_flowchart
from journeymap.rendering.exchange.mermaid_journey import write_journey_diagram

__all__ = ["write_flowchart", "write_journey_diagram"]

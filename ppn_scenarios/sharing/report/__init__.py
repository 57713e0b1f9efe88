"""A briefing as an accessible PDF: `report.typ` is how it looks, `content` what it says."""

from .pdf import ReportError, report

__all__ = ["ReportError", "report"]

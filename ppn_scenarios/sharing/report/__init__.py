"""A briefing as an accessible PDF: `report.typ` is how it looks, `content` what it says."""

from .pdf import Report, ReportError, report

__all__ = ["Report", "ReportError", "report"]

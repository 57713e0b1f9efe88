"""A briefing as slides that can be edited: `deck` lays out, the others draw one thing each."""

from .deck import slides

__all__ = ["slides"]

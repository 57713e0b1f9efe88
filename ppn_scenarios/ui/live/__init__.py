"""Levers that show what they do before they are let go."""

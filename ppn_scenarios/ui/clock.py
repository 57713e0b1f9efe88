"""Times as the reader's own clock has them."""

from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

import streamlit as st


def zone() -> tzinfo:
    """Return the reader's time zone, or UTC where their browser does not say."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (KeyError, ValueError, OSError):
        return UTC


def zone_name() -> str:
    """Return the name of the reader's time zone."""
    return str(zone())


def day_and_time(at: datetime) -> str:
    """Write a time as people say it: 27 Nov, 14:05."""
    local = at.astimezone(zone())
    return f"{local.day} {local:%b, %H:%M}"

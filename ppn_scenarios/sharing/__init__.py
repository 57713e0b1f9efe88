"""How a scenario leaves the explorer and comes back: for now, the link."""

"""How a scenario leaves the explorer and comes back: as a link, a file, slides or a report."""

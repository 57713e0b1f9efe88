"""How the explorer is run: its settings, its log, and what a fault is called in both."""

"""How fast the explorer is, as ratios measured in one run: `.venv/bin/python -m benchmarks`."""

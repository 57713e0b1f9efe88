"""The published tables: read from CSV, checked, and asked by name."""

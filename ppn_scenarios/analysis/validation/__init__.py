"""The model held against what was published, and tools to hold it against any other series."""

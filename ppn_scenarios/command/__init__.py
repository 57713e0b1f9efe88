"""What can be done without the app: run a scenario, report on it, compare two."""

"""What happens in a room: who moved what and why, what was expected, found and decided."""

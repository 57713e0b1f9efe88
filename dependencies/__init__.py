"""What the app stands on: each package with its licence, a bill of materials, and an audit."""

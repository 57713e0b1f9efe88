"""The parts of the page that records a session: what was found and decided, and every move.

Read in this order: `story` (the answer in words), `finding` (what a group writes down), `moves`,
`scenarios` (those kept by name, and their file), `take_away` (the minutes).
"""

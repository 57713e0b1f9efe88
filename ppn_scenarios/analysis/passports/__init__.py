"""Number passports: how a figure is made, from what, how sure, and the code that makes it again.

Read in this order: `passport` (what one holds), `code` (the Python that makes a figure again),
`making` (how a measure is made of others), `influence` (which levers can move it). Then the makings
of measures by subject (`staff`, `posts`, `need`, `leaders`, `costs`), which `measures` gathers. The
others make passports of one kind of figure.
"""

from .passport import Passport, Term

__all__ = ["Passport", "Term"]

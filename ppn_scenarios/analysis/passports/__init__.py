"""Number passports: how a figure is made, from what, how sure, and the code that makes it again.

`passport` says what one holds; `code` writes the Python. Each other module makes the passports of
one kind of figure.
"""

from .passport import Passport, Term

__all__ = ["Passport", "Term"]

"""A session as one web page that needs no network: `page.html` is how it looks, `page` makes it."""

from .page import offline

__all__ = ["offline"]

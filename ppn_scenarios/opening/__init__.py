"""The opening position: from the tables to the arrays that the model is handed."""

from .baseline import baseline

__all__ = ["baseline"]

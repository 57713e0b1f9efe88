"""The parts of the page "What would it take?".

Read in this order: `choice` (what is asked), `found` (the answers, kept), `words`, then each block
from the top of the page down.
"""

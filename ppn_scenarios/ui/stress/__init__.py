"""The parts of the page "Does it survive a bad future?".

Read in this order: `choice` (which plans), `found` (the answers, kept), `words`, then each block.
"""

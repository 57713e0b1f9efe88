"""The page on what matters most: swings, and whose figures the uncertainty comes from.

Read in this order: `answers` (what is worked out), `finding`, `panels` (the tornado), `spread`
(shares of the uncertainty), `reading` (how to read it, and what moves nothing).
"""

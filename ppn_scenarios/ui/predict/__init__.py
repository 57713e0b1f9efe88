"""Predict before you reveal: the room says what it expects, and then sees the answer over it.

Read in this order: `state` (whether the room is predicting, and what it can do), `form` (what it
sees until then), `gate` (what keeps the answer off every page), `told` (the answer beside what was
expected), `words` and `picture` (both sides in words, and drawn).
"""

"""The parts that pages are made of: the only room with Streamlit and Altair.

Read in this order: `pages` (the menu), `visit` (what a reader has set), `frame` (what every page
shares), `levers`, then the parts of each page.
"""

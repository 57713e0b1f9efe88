"""Charts: functions from numbers to a picture, all with one look.

`theme` holds the look and how a chart is sent: its specification is built once, and the numbers go
apart from it. One module for each kind of chart; `lines` is lines by year.
"""

"""The stage that a facilitator presents on: one question, its answer, one large picture.

A scene is declared in `ppn_scenarios/sharing/scenes/storyline.py`: one `Scene(...)` under a short
name, with its question, the page that answers it, what it sets of the view, a ready-made plan or
none, up to three levers to try, minutes, and what the speaker may say. What a page says and draws
on the stage is declared once in `answers.py`.

The link to a scene is `/present?v=1&scene=NAME`, with levers, place and other settings of the view
beside it as in every link; the built-in names are those of `STORYLINE`. A link shows what it says
and, where it says nothing of the view that a scene sets, what the scene sets. A plan or a scenario
is set only by going to a scene, by a key or from the list. `window=notes` and `window=picture` are
the windows that follow the stage.
"""

"""The page on the session: what was asked, expected, found and decided, and every move."""

from ppn_scenarios.ui.frame import frame, small_print
from ppn_scenarios.ui.record import finding, moves, predictions, scenarios, story, take_away

now = frame("pages/record.py")
story.show_story()
finding.show_form()
finding.show_findings()
predictions.show_predictions()
moves.show_moves()
scenarios.show_scenarios(now)
take_away.show_take_away(now)
small_print()

"""Scenarios and texts as people make them, for tests of what goes out and comes back."""

from hypothesis import strategies as st

from ppn_scenarios.assumptions import ASSUMPTIONS, Scenario

words = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=40)
names = words.filter(lambda text: bool(text.strip()))
# Some levers moved, each to a step of its control.
scenarios = st.builds(
    lambda values: Scenario(**values),
    st.fixed_dictionaries(
        {}, optional={name: st.sampled_from(a.positions) for name, a in ASSUMPTIONS.items()}
    ),
)

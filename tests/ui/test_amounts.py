"""Values in passports are written in their unit, exactly enough to be checked."""

import pytest

from ppn_scenarios.ui.amounts import amount, input_amount, markdown


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (37_906.4, "FTE", "37,906 FTE"),
        (3.14, "organisations", "3.1 organisations"),
        (5.0, "organisations", "5 organisations"),
        (-25.04, "FTE", "−25 FTE"),
        (0.6279, "share", "62.8%"),
        (1, "share", "100%"),
        (0.00123, "share", "0.123%"),
        (0.044, "rate", "4.4% a year"),
        (2034, "year", "March 2034"),
        (2_418_600, "£ thousand", "£2,418.6m"),
        (40, "£ thousand", "£40k"),
        (-1_714_300, "£ thousand", "−£1,714.3m"),
        (0.83, "FTE per person", "0.83 FTE per person"),
        (-0.0, "FTE", "0 FTE"),
    ],
)
def test_a_value_is_written_in_its_unit(value: float, unit: str, said: str) -> None:
    assert amount(value, unit) == said


def test_costs_of_the_table_of_inputs_are_in_pounds() -> None:
    assert input_amount(62, "GBP thousand a FTE a year") == "£62k a FTE a year"
    assert input_amount(0.5, "share") == "50%"


def test_a_name_is_shown_as_it_is_written() -> None:
    assert markdown("£5 *more* [A]: a_b $x$") == r"£5 \*more\* \[A\]\: a\_b \$x\$"

"""Questions about evidence: professions, inputs of the model, policy figures and sources."""

from typing import TYPE_CHECKING

from .database import ask

if TYPE_CHECKING:
    import pandas as pd


def families() -> "pd.DataFrame":
    """Return the three families, in display order: family, label, description, source_id."""
    return ask(
        "SELECT family, label, description, source_id, display_order "
        "FROM family ORDER BY display_order"
    )


def professions() -> "pd.DataFrame":
    """Return the professions, by family in display order and then by label.

    Columns of `profession`, with family_label. afc_band_on_qualification is text such as 7 or
    6-7, course_length_years is years; a missing length was not found.
    """
    return ask(
        """
        SELECT p.*, f.label AS family_label
        FROM profession p JOIN family f USING (family)
        ORDER BY f.display_order, p.label
        """
    )


def model_inputs() -> "pd.DataFrame":
    """Return the inputs of the model that no slider sets, in long form.

    Columns input, family, grade, year_offset (years until completion; otherwise missing),
    value (in unit; a share is a fraction of one), unit, meaning, source_id, status. Ordered by
    input, then family (all, then display order), grade (all, qualified, senior, lead), year.
    """
    return ask(
        """
        SELECT m.* FROM model_input m LEFT JOIN family f USING (family)
        ORDER BY input, f.display_order NULLS FIRST,
            list_position(['all', 'qualified', 'senior', 'lead'], grade), year_offset
        """
    )


def age_bands() -> "pd.DataFrame":
    """Return the ages of staff and joiners in bands, youngest first: PLACEHOLDERS.

    Columns age_from, age_to (years; the last band holds everyone older too), staff_share,
    joiner_share, retiring_relative (ratio), leaving_rate (hazard a year), source_id, status.
    """
    return ask("FROM age_band ORDER BY age_from")


def policy_figures() -> "pd.DataFrame":
    """Return the published numbers that targets use, ordered by figure_id.

    Columns figure_id, label, value (in unit; a share is a fraction of one), unit, period,
    standing (recommendation, live, 2023 ambition, historic or claim), source_id, status, note.
    """
    return ask("FROM policy_figure ORDER BY figure_id")


def role_adoption() -> "pd.DataFrame":
    """Return how far other roles had spread when somebody counted, with where that was read.

    Columns of `role_adoption`, with title, url and checked (the source's status). years_low and
    years_high are missing where a law says that everyone has the role. Ordered by role and years.
    """
    return ask(
        """
        SELECT r.*, s.title, s.url, s.status AS checked
        FROM role_adoption r JOIN source s USING (source_id)
        ORDER BY role, years_low, point_id
        """
    )


def sources() -> "pd.DataFrame":
    """Return the register of sources, ordered by source_id.

    Columns source_id, title, publisher, url (missing when none is known), published, licence,
    status (how far it was checked), note.
    """
    return ask("FROM source ORDER BY source_id")

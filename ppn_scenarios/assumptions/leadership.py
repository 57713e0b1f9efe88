"""Levers about how leadership posts come about: encouraged or required."""

from dataclasses import dataclass

from .assumption import assume

GROUP = "Leadership posts"


@dataclass(frozen=True, kw_only=True)
class Leadership:
    """How organisations come to have the post (E14)."""

    encouragement: float = assume(
        label="Stronger encouragement",
        meaning="How much faster than today organisations create the post when they are "
        "encouraged harder, in proportion. At 120% it is the fastest pace seen in a like role.",
        group=GROUP,
        kind="choice",
        unit="share",
        default=0.0,
        low=0.0,
        high=1.2,
        step=0.1,
        distribution="uniform",
        source_id="s23",
        status="derived",
        main=True,
        evidence="Set so that the top equals the fastest reading of chief AHP adoption, 33% a "
        "year.",
    )
    mandate: float = assume(
        label="Every organisation must have the post",
        meaning="On: from the date below the post is required, as medical and nursing directors "
        "are. Off: it is encouraged.",
        group=GROUP,
        kind="choice",
        unit="switch",
        default=0,
        low=0,
        high=1,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        main=True,
    )
    mandate_year: float = assume(
        label="Required from",
        meaning="The 1 April from which the post is required. It counts only when the post is "
        "required.",
        group=GROUP,
        kind="choice",
        unit="financial year",
        default=2028,
        low=2026,
        high=2036,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        main=True,
    )
    h_encourage: float = assume(
        label="Pace when encouraged",
        meaning="Chance in a year that an organisation without the post creates it when it is "
        "only encouraged.",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=0.15,
        low=0.08,
        high=0.33,
        step=0.01,
        distribution="triangular",
        source_id="s23",
        status="derived",
        evidence="From the spread of chief AHPs (81% of those who answered in 2022) and of "
        "regional psychological professions networks.",
    )
    h_imitation: float = assume(
        label="Extra pace as others adopt",
        meaning="Added chance in a year, in proportion to the share of organisations that "
        "already have the post.",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=0.0,
        low=0.0,
        high=0.5,
        step=0.05,
        distribution="fixed",
        source_id="placeholder",
        status="none",
    )
    h_mandate: float = assume(
        label="Pace when required",
        meaning="Rate in a year at which organisations create the post once it is required. At "
        "100% a year, 63 in 100 do so within a year.",
        group=GROUP,
        kind="belief",
        unit="rate",
        default=1.0,
        low=1.0,
        high=2.5,
        step=0.1,
        distribution="triangular",
        source_id="s24",
        status="derived",
        evidence="From Freedom to Speak Up Guardians, required of trusts: 86% within two years.",
    )
    ceiling_encouraged: float = assume(
        label="Organisations that would ever agree, if encouraged",
        meaning="The most organisations that would create the post without being required to.",
        group=GROUP,
        kind="belief",
        unit="share",
        default=0.85,
        low=0.60,
        high=0.95,
        step=0.01,
        distribution="triangular",
        source_id="s23",
        status="derived",
        evidence="60% to 81% have a chief AHP, by how those who did not answer are counted. The "
        "default is a little above, as that role was still spreading. Where more have the post "
        "today than this, fewer will: posts are removed and not made again.",
    )
    ceiling_mandated: float = assume(
        label="Organisations that comply, if required",
        meaning="The most organisations that would create the post once it is required.",
        group=GROUP,
        kind="belief",
        unit="share",
        default=1.0,
        low=0.95,
        high=1.0,
        step=0.01,
        distribution="triangular",
        source_id="s24",
        status="derived",
    )

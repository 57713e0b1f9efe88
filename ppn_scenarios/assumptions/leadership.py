"""Levers about how leadership posts come about: encouraged or required."""

from dataclasses import dataclass

from .assumption import START_AND_RAMP, assume
from .lesson import Lesson

GROUP = "Leadership posts"


@dataclass(frozen=True, kw_only=True)
class Leadership:
    """How organisations come to have the post (E14)."""

    encouragement: float = assume(
        label="Stronger encouragement",
        meaning="How much faster than today organisations create the post when they are "
        "encouraged harder, in proportion. At 120% it is the fastest pace seen in a like role.",
        group=GROUP,
        moves="leaders",
        kind="choice",
        unit="share",
        default=0.0,
        low=0.0,
        high=1.2,
        step=0.1,
        dated=START_AND_RAMP,
        distribution="uniform",
        source_id="s23",
        status="derived",
        main=True,
        evidence="Set so that the top equals the fastest reading of chief AHP adoption, 33% a "
        "year.",
        lesson=Lesson(
            example="At a pace of 15% a year, about 14 in 100 organisations that would agree "
            "create the post within a year. Encouraged to the full, at 33%, it is about 28.",
            message="Encouragement brings posts sooner. It never goes beyond the organisations "
            "that would agree anyway: only a requirement does.",
            acts="It starts with the plan, and each new post takes some months to fill. The lead "
            "over today's pace is widest after about five years, and narrows as others catch up.",
            who="The PPN, NHS England and professional bodies can make the case. Boards of trusts "
            "and ICSs decide.",
            cost="Nobody has published what encouragement costs. Each post that it brings costs "
            "money and clinical time, as the levers on posts say.",
            equity="Organisations that are nearly convinced act first. Those with few "
            "psychological staff may wait longest, unless they are helped.",
            in_the_model="The pace when encouraged is raised by this share from the date when "
            "choices start (E14). It stops counting where the post is required.",
        ),
    )
    mandate: float = assume(
        label="Every organisation must have the post",
        meaning="On: from the date below the post is required, as medical and nursing directors "
        "are. Off: it is encouraged.",
        group=GROUP,
        moves="leaders",
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
        lesson=Lesson(
            example="Trusts had to appoint a Freedom to Speak Up Guardian. About two years after "
            "the call for them, 201 of 234 had one (National Guardian, 2017).",
            message="A requirement fills the list of posts, not every chair. With ordinary "
            "turnover some posts always stand vacant, so 100% of people in post is out of reach.",
            acts="From the date set below, about 63 in 100 of those without the post create it in "
            "a year and 95 in three. Filling each takes some months more.",
            who="Only government or NHS England can require a post. Today it is a recommendation "
            "of the PPN (2022), not a rule.",
            cost="Nobody has published what a requirement would cost. It means more posts, each "
            "with its cost and its clinical time, as the levers on posts say.",
            equity="It reaches every place, those with few psychological staff included. It may "
            "weigh most on small trusts, which need one leader whatever their size.",
            in_the_model="From the date on, the pace and the limit for required posts replace "
            "those for encouraged ones (E14). It changes who leads, clinical time and cost, and no "
            "number of staff.",
            sources=("s24", "s1"),
        ),
    )
    mandate_year: float = assume(
        label="Required from",
        meaning="The 1 April from which the post is required. It counts only when the post is "
        "required.",
        group=GROUP,
        moves="leaders",
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
        lesson=Lesson(
            example="Required from 2028 and not from 2030, an organisation that waits for a rule "
            "has its post about two years sooner.",
            message="A date brings posts forward. A late one leaves too few years to fill them "
            "before 2037.",
            acts="Nothing changes before the date. Posts begin to appear in the months after it, "
            "and most exist within two years.",
            who="Government or NHS England would set the date. Trusts and ICSs can act before it.",
            cost="A date has no price of its own. An earlier one means more years in which posts "
            "are paid for.",
            equity="A later date gives small organisations time to plan. It also lengthens the "
            "wait where there is no leader.",
            in_the_model="The rule is in force in financial years that begin on this date or later "
            "(E14). It counts only while the post is required.",
        ),
    )
    h_encourage: float = assume(
        label="Pace when encouraged",
        meaning="Chance in a year that an organisation without the post creates it when it is "
        "only encouraged.",
        group=GROUP,
        moves="leaders",
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
        lesson=Lesson(
            example="At 15% a year, about 14 in 100 organisations that would agree create the post "
            "in the first year, and about 53 in five years.",
            message="Nobody has measured how fast this post spreads. The number is read from a "
            "like role, the chief of the allied health professions, so treat it as a guess with a "
            "range.",
            acts="It acts every month from April 2026. Half of those that would agree have the "
            "post after nearly five years.",
            who="It describes what organisations do when nobody makes them. To act on it, use "
            "“Stronger encouragement”.",
            cost="It is a belief and has no cost of its own. Faster spread means that more posts "
            "are paid for, sooner.",
            equity="One pace stands for all. Some organisations will be first and some last, and "
            "nobody has published which.",
            in_the_model="Each month, some of the organisations that would agree and have no post "
            "create one (E14).",
        ),
    )
    h_imitation: float = assume(
        label="Extra pace as others adopt",
        meaning="Added chance in a year, in proportion to the share of organisations that "
        "already have the post.",
        group=GROUP,
        moves="leaders",
        kind="belief",
        unit="rate",
        default=0.0,
        low=0.0,
        high=0.5,
        step=0.05,
        distribution="fixed",
        source_id="placeholder",
        status="none",
        lesson=Lesson(
            example="At 30% a year, with half of all organisations having the post, the pace rises "
            "by 15 points: from 15% to 30% a year.",
            message="If organisations copy one another, spread is slow at first and quick later. "
            "No figure exists for this role, so the starting value is nothing at all.",
            acts="It grows with the number of posts, so it does little in the first year and most "
            "in the middle of the period.",
            who="Networks of leaders can make examples easy to see. So can anyone who publishes "
            "which organisations have the post.",
            cost="It is a belief and has no cost of its own. If posts spread faster, more of them "
            "are paid for, and sooner.",
            equity="Copying works between organisations that know one another. Those outside the "
            "networks may be left behind.",
            in_the_model="The pace when encouraged gains this rate times the share of all "
            "organisations in England with the post (E14). It is not used once the post is "
            "required.",
        ),
    )
    h_mandate: float = assume(
        label="Pace when required",
        meaning="Rate in a year at which organisations create the post once it is required. At "
        "100% a year, 63 in 100 do so within a year.",
        group=GROUP,
        moves="leaders",
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
        lesson=Lesson(
            example="At 100% a year, 63 in 100 organisations without the post create it in a year "
            "and 86 in two years. At 250% a year, 92 do in the first year.",
            message="A rule works fast, but not at once. The number is what trusts did when they "
            "had to appoint a Freedom to Speak Up Guardian (National Guardian, 2017).",
            acts="It acts from the date of the requirement. Most posts exist within two years of "
            "it.",
            who="Boards decide how soon they comply. National bodies decide how firmly they ask.",
            cost="It is a belief and has no cost of its own. Nobody has published what checking on "
            "trusts would cost.",
            equity="Organisations short of money may comply last, or in name only. The model "
            "treats all alike.",
            in_the_model="Once the post is required, this is the rate at which it is created, up "
            "to the share that comply (E14).",
        ),
    )
    ceiling_encouraged: float = assume(
        label="Organisations that would ever agree, if encouraged",
        meaning="The most organisations that would create the post without being required to.",
        group=GROUP,
        moves="leaders",
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
        lesson=Lesson(
            example="At 85%, 15 in 100 organisations never create the post unless they must. Of "
            "200 trusts that is 30.",
            message="Persuasion has a limit. Where a board would never agree, only a requirement "
            "brings the post.",
            acts="It shows from the first year and more in each later one, as the number of posts "
            "nears its limit.",
            who="Boards of trusts and ICSs. The PPN and NHS England can try to persuade the last "
            "of them.",
            cost="It is a belief and has no cost of its own. More organisations that agree means "
            "more posts to pay for.",
            equity="Those that never agree may be those with the fewest psychological staff, who "
            "then have nobody to speak for them.",
            in_the_model="Posts are created only while fewer organisations than this have one "
            "(E14). Where more have one today, a post that is cut is not made again.",
        ),
    )
    ceiling_mandated: float = assume(
        label="Organisations that comply, if required",
        meaning="The most organisations that would create the post once it is required.",
        group=GROUP,
        moves="leaders",
        kind="belief",
        unit="share",
        default=1.0,
        low=0.95,
        high=1.0,
        step=0.01,
        distribution="triangular",
        source_id="s24",
        status="derived",
        lesson=Lesson(
            example="At 95%, five in 100 organisations still lack the post years after it is "
            "required. Of 200 trusts that is ten.",
            message="Even a rule may leave some out. How many posts have somebody in them is "
            "another question.",
            acts="It counts only once the post is required, and sets where the line of posts ends "
            "some three years later.",
            who="National bodies, by whether they check that the rule is kept. Boards, by whether "
            "they keep it in more than name.",
            cost="It is a belief and has no cost of its own. Nobody has published what checking "
            "would cost.",
            equity="Those that do not comply may be the organisations under most strain, and their "
            "patients go without.",
            in_the_model="This is the most organisations that can have the post once it is "
            "required, in each type of trust and among ICSs (E14).",
        ),
    )

"""Levers about leadership posts that are paid for nationally."""

from dataclasses import dataclass

from .assumption import START, assume
from .lesson import Lesson

GROUP = "Leadership posts"


@dataclass(frozen=True, kw_only=True)
class Funding:
    """How posts are created where the money for them comes from the centre (E14)."""

    funding: float = assume(
        label="Posts are paid for nationally",
        meaning="On: from the start of the plan, whoever creates the post is given the money for "
        "it. Off: each organisation pays for its own. It changes who pays and how soon posts are "
        "made, not what a post costs. Where it is also required, the faster of the two holds.",
        group=GROUP,
        moves="leaders",
        kind="choice",
        unit="switch",
        default=0,
        low=0,
        high=1,
        step=1,
        dated=START,
        distribution="fixed",
        source_id="own-work",
        status="none",
        main=True,
        lesson=Lesson(
            example="Regional networks of the psychological professions are not posts, but they "
            "spread so. There were 3 in 7 regions in 2019, and 7 by 2022, once paid for (PPN).",
            message="Money removes one reason to wait. It does not bring in those who do not want "
            "the post: only a requirement does.",
            acts="It starts with the plan, all at once. At the pace assumed, about 63 in 100 of "
            "those who would agree create the post within a year, and 95 in three.",
            who="NHS England or government would pay. Boards of trusts and ICSs still decide "
            "whether to have the post.",
            cost="Nobody has published what it would cost. A post costs the same whoever pays: the "
            "levers on posts say what, and how much clinical time it takes.",
            equity="Organisations with little money of their own gain most. Those that already "
            "paid for a post gain nothing, unless they are refunded.",
            in_the_model="From the date on, the faster of two paces and the higher of two limits "
            "hold, encouraged or paid for (E14). It changes who leads, clinical time and cost, and "
            "no number of staff.",
            sources=("lead-ppn-regions-2022",),
        ),
    )
    h_funded: float = assume(
        label="Pace when paid for",
        meaning="Rate in a year at which organisations create the post once it is paid for, or the "
        "pace when encouraged where that is faster. At 100% a year, 63 in 100 do so within a year.",
        group=GROUP,
        moves="leaders",
        kind="belief",
        unit="rate",
        default=1.0,
        low=0.3,
        high=2.5,
        step=0.1,
        distribution="triangular",
        source_id="lead-ppn-regions-2022",
        status="borrowed",
        evidence="Regional psychological professions networks, which are no posts: 3 of 7 regions "
        "in 2019, 7 of 7 by 2022 with national money. Four of four in three years bound the pace "
        "from below, at about 30% a year, and not from above. So the default is no faster than "
        "the slowest pace seen where a role was required, and the top no faster than the fastest.",
        lesson=Lesson(
            example="At 100% a year, about 63 in 100 organisations that would agree create the "
            "post within a year. At 30% a year it is about 26.",
            message="How fast money works on such a post is not known. The nearest case is seven "
            "regional networks, and seven is few.",
            acts="It counts from the date when posts are paid for. A faster pace shows within a "
            "year or two, and matters less later.",
            who="Boards decide how soon to act. Whoever pays can set a date by which the money "
            "must be used.",
            cost="A pace has no price of its own. Posts made sooner are paid for in more years.",
            equity="Large organisations may be quicker to use the money. Nobody has published who "
            "is.",
            in_the_model="While posts are paid for, this is the pace at which they are made, "
            "unless encouragement is faster (E14).",
        ),
    )
    ceiling_funded: float = assume(
        label="Organisations that would ever agree, if paid for",
        meaning="The most organisations that would create the post if it is paid for and not "
        "required. It is never fewer than would agree if encouraged.",
        group=GROUP,
        moves="leaders",
        kind="belief",
        unit="share",
        default=0.85,
        low=0.60,
        high=1.0,
        step=0.01,
        distribution="triangular",
        source_id="s23",
        status="borrowed",
        evidence="The same as if encouraged: nobody has shown that money alone brings in those who "
        "do not want the post. High: all seven regions had a network once it was paid for, but "
        "seven regions are not two hundred trusts.",
        lesson=Lesson(
            example="Of 205 trusts, 85% is about 174. The other 31 would not create the post even "
            "with the money.",
            message="Nobody has shown that money changes the mind of those who do not want the "
            "post. So this starts no higher than for encouragement.",
            acts="It limits how far posts spread, from the date when they are paid for. It shows "
            "once most who would agree have acted, after some years.",
            who="Boards of trusts and ICSs, by what they think of the post. A survey could ask "
            "them.",
            cost="It has no price of its own. More posts cost more, as the levers on posts say.",
            equity="Those who stay without the post may be those with few psychological staff.",
            in_the_model="While posts are paid for, no more than this share are made, or than "
            "would agree if encouraged where that is more (E14).",
        ),
    )

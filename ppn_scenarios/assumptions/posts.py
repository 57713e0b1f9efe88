"""Levers about funded posts."""

from dataclasses import dataclass
from typing import Final

from .assumption import START_AND_RAMP, assume
from .lesson import Lesson

GROUP = "Funded posts"
FREEZE_FROM: Final = 2027  # the 1 April from which a freeze counts: the first still to come


@dataclass(frozen=True, kw_only=True)
class Posts:
    """How many posts employers fund, and whether they limit hiring (E5, E12)."""

    post_growth: float = assume(
        label="Growth in funded posts",
        meaning="How fast employers add funded posts. Without posts, people who qualify find "
        "no place, however many are trained.",
        group=GROUP,
        moves="staff",
        kind="choice",
        unit="rate",
        default=0.03,
        low=0.0,
        high=0.065,
        step=0.0025,
        dated=START_AND_RAMP,
        distribution="triangular",
        source_id="placeholder",
        status="none",
        main=True,
        evidence="No published figure. The 2023 plan's +157% over 15 years would be 6.5% a year.",
        lesson=Lesson(
            example="At 3% a year, 100 funded posts become 134 in ten years. At 6.5% they become "
            "188.",
            message="Without posts, people who qualify find no place. Without people, more posts "
            "only add vacancies. Look at both.",
            acts="It acts from the first year of the plan and compounds. Where people are short, "
            "more of it changes nothing but vacancies.",
            who="Employers and the boards that fund them, within what government allows them to "
            "spend.",
            cost="A post costs an employer about £44,000 a year at pay band 5 and £109,000 at band "
            "8c. That is our arithmetic on 2026/27 pay scales.",
            equity="Growth is the same everywhere in the model, so areas with few posts stay "
            "behind. Sharing new posts by need would differ.",
            in_the_model="Funded posts grow by this each year from what 2023's staff and vacancies "
            "imply (E12). They limit hiring (E5).",
            sources=("derived-cost-2627-band-5", "derived-cost-2627-band-8c"),
        ),
    )
    post_freeze: float = assume(
        label="Years in which no post is added",
        meaning="How many years from 1 April 2027 pass in which employers add no funded post, "
        "whatever they had planned. Then growth goes on as planned.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="years",
        default=0,
        low=0,
        high=5,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        lesson=Lesson(
            example="Over ten years at 3%, 100 posts become 134. With three of those years frozen "
            "they become 123.",
            message="A freeze is not made good afterwards. It matters where posts are short, and "
            "not where people are.",
            acts="From April 2027, for as many years as you say. It shows at once where people "
            "wait for posts.",
            who="Government and employers, when money is tight. Nobody has announced one for these "
            "professions.",
            cost="It saves the pay of posts that are not added. People who were trained for them "
            "may leave.",
            equity="It falls on those who qualify in these years, and on places that were growing "
            "from little.",
            in_the_model="Growth in funded posts is zero in each of these years (E12).",
        ),
    )
    cap_mode: float = assume(
        label="Posts limit hiring",
        meaning="On: employers hire only into funded posts. Off: everyone who applies is hired, "
        "so that a lack of people can be told from a lack of posts.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="switch",
        default=1,
        low=0,
        high=1,
        step=1,
        distribution="fixed",
        source_id="own-work",
        status="none",
        main=True,
        lesson=Lesson(
            example="100 people qualify and 80 posts are free. With the limit on, 80 are hired and "
            "20 wait. With it off, all 100 are.",
            message="It tells a lack of posts from a lack of people. If nothing changes when you "
            "switch it off, people are what is short.",
            acts="At once and in every year from 2023. If posts are short it shows within a year "
            "or two; if people are short nothing moves.",
            who="Nobody: it is a question put to the model. Employers lift the limit by funding "
            "posts.",
            cost="With the limit off, pay grows with all who are hired, whether or not anyone has "
            "funded them.",
            equity="People who qualify and find no post may never come back. Where posts are few, "
            "that falls on the young.",
            in_the_model="On, hires stop when funded posts are full (E5) and the others wait. Off, "
            "everyone who applies is hired.",
        ),
    )
    vacancy0: float = assume(
        label="Vacant posts in 2023",
        meaning="Share of funded posts that were vacant on 31 March 2023.",
        group=GROUP,
        moves="staff",
        kind="belief",
        unit="share",
        default=0.095,
        low=0.024,
        high=0.143,
        step=0.001,
        distribution="triangular",
        source_id="mht-vacancy-2018",
        status="borrowed",
        evidence="All staff of mental health trusts, September 2018. Low: Scottish psychology, "
        "2025. High: one in seven NHS psychology posts, 2021.",
        lesson=Lesson(
            example="27,800 full-time equivalents with 9.5% vacant mean about 30,700 funded posts. "
            "With 2.4% vacant they are about 28,500.",
            message="It decides how much room there is before posts run out. In Scotland's "
            "psychology services vacancies fell from 10.7% in 2019 to 2.4% in 2025.",
            acts="It sets the number of posts in 2023, and so the room for hiring in every year "
            "after.",
            who="It is a fact of 2023 that nobody has published for these professions in England.",
            cost="It has no cost of its own. A vacant post costs nothing in the model.",
            equity="One share stands for all areas. Places that find it hard to recruit have more "
            "vacancies, and no figures by area exist.",
            in_the_model="Staff in 2023 divided by one less this share are the first year's funded "
            "posts (E12). Staff needed may start from them too (E11).",
            sources=("s10",),
        ),
    )

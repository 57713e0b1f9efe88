"""Who leads: posts and people over time and by type of organisation."""

from dataclasses import replace

from ppn_scenarios.analysis import lines
from ppn_scenarios.analysis.leaders import posts_and_people, trusts_together
from ppn_scenarios.model import HORIZON
from ppn_scenarios.wording import expected, march, percent
from ppn_scenarios.wording.leaders import TODAY, finding
from ppn_scenarios.wording.places import organisations

from .ground import LEADER_SOURCE, Ground
from .part import Part, Table
from .track import chart_of


def leading(g: Ground) -> Part:
    """Return who leads: the finding of its page, a chart of trusts, and every type."""
    code = g.place.code
    then, now = (posts_and_people(g.run, code, year) for year in (HORIZON, TODAY))
    trusts = trusts_together(then)
    drawn = [
        *lines.compared("trusts_posts", g.stands, g.run, code, kind="posts"),
        *lines.compared("trusts_led", g.stands, g.run, code),
    ]
    named = [replace(line, name=f"{line.name}: {what(line.kind)}") for line in drawn]
    return Part(
        id="leading",
        question="Who leads?",
        title=(
            f"Leaders in post in {percent(trusts.people_share)} of trusts in {march(HORIZON)}; the "
            f"post exists in {percent(trusts.posts_share)}"
            if trusts.organisations
            else f"{g.place.opening} has no trusts to count leaders in"
        ),
        words=(finding(g.run, g.place),),
        chart=chart_of(
            [line.since(TODAY) for line in named],
            f"Share of trusts in {g.place.said}: the post exists, and a leader is in post",
            "share",
            "Share of trusts",
            since=TODAY,
        )
        if trusts.organisations
        else None,
        table=Table(
            title=f"Leadership in {g.place.said} by type of organisation (expected numbers)",
            head=(
                "Type",
                "Organisations",
                f"In post, {TODAY} (assumed)",
                f"Post exists, {HORIZON}",
                f"In post, {HORIZON}",
            ),
            rows=tuple(
                (
                    organisations()[end.kind],
                    f"{end.organisations:.3g}",
                    percent(start.people_share),
                    expected(end.posts, end.organisations),
                    expected(end.people, end.organisations),
                )
                for end, start in zip(then, now, strict=True)
            ),
            numbers=(1, 2, 3, 4),
        ),
        sources=(
            LEADER_SOURCE,
            "Trusts and ICSs: as listed under the sources of data.",
        ),
    )


def what(kind: str) -> str:
    """Say what a line counts."""
    return "post exists" if kind == "posts" else "leader in post"

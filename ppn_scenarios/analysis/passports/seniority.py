"""Passports of the people who could lead, and of how many of them must be able to."""

from ppn_scenarios.analysis.places import total
from ppn_scenarios.analysis.seniors import least_eligible, rows, seniors
from ppn_scenarios.model import Projection

from . import code
from .making import added, middle, of, product, quotient
from .passport import Passport, Term


def of_pool(p: Projection, place: str, year: int) -> Passport:
    """Return the passport of the people who could lead in a place, on 31 March of a year."""
    found, share = seniors(p, place), p.baseline.inputs.lead_eligible
    i = found.years.index(year)
    top = middle(p, p.in_post[..., -1].sum(axis=-1), place, year, 0)
    return Passport(
        label=f"People who could lead, March {year}",
        value=float(found.people[i]),
        unit="people",
        formula="People of the most senior grade x share of them who could lead (E15)",
        terms=(
            Term(label="People of the most senior grade", value=top, unit="people"),
            Term(label="Share who could lead", value=share, unit="share"),
        ),
        combine=product,
        rests_on=("promote_lead", "promote_senior", "leave_psy", "retire"),
        inputs=("lead_eligible", "grade_share"),
        bias="Nobody knows which way: grades of the psychological professions are not published, "
        "and no source says how many could lead.",
        code=f"{code.PROJECT}from ppn_scenarios.analysis.seniors import seniors\n\n"
        f"plan = project(baseline(), {code.written(of(p))})\n"
        f'print(seniors(plan, "{place}").people[{i}])\n',
        low=float(found.low[i]),
        high=float(found.high[i]),
    )


def of_posts(p: Projection, place: str, year: int) -> Passport:
    """Return the passport of the leadership posts that exist in a place, filled or not."""
    found, i = seniors(p, place), p.years.index(year)
    trusts = float(rows(total(p.posts, p.baseline, place, 1))[:, i].max())
    return Passport(
        label=f"Leadership posts that exist, March {year}",
        value=float(found.posts[i]),
        unit="posts",
        formula="Posts in trusts + posts in ICSs (E14)",
        terms=(
            Term(label="In trusts", value=trusts, unit="posts"),
            Term(label="In ICSs", value=float(found.posts[i]) - trusts, unit="posts"),
        ),
        combine=added,
        rests_on=("h_encourage", "ceiling_encouraged", "mandate", "abolish"),
        bias="Nobody knows which way: it starts from shares that are placeholders.",
        scenario=of(p),
        code=f"{code.PROJECT}from ppn_scenarios.analysis.seniors import seniors\n\n"
        f"plan = project(baseline(), {code.written(of(p))})\n"
        f'print(seniors(plan, "{place}").posts[{i}])\n',
    )


def of_least(p: Projection) -> Passport:
    """Return the passport of the share who must be able to lead so that no ICS runs short."""
    share = least_eligible(p)
    wanted = p.posts.sum(axis=-1) + p.system_posts
    top = p.in_post[..., -1].sum(axis=-1)
    at = (abs(wanted - share * top)).ravel().argmin()
    posts, people = (float(v.ravel()[at]) for v in (wanted, top))
    return Passport(
        label="Share of the most senior grade who must be able to lead",
        value=share,
        unit="share",
        formula="Posts / people of the most senior grade, in the ICS and year where that is most",
        terms=(
            Term(label="Posts that exist there", value=posts, unit="posts"),
            Term(label="People of the most senior grade there", value=people, unit="people"),
        ),
        combine=quotient,
        rests_on=("promote_lead", "h_encourage", "abolish"),
        inputs=("grade_share",),
        bias="Likely low: people do not spread over organisations as posts do, and not all who "
        "could lead want to. By the lower estimate of staff in each ICS.",
        code=f"{code.PROJECT}from ppn_scenarios.analysis.seniors import least_eligible\n\n"
        f"print(least_eligible(project(baseline(), {code.written(of(p))})))\n",
    )

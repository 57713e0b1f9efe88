"""Words that a reader may not know: what each means here, and whose definition it is."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Term:
    """A word or a short form, and what it means here.

    `pages` are those whose own texts use it, by the name of their file. `source_id` is a row of the
    register where the meaning is another's; without one, the plain words are ours.
    """

    name: str  # as it is written on pages: "FTE", "proxy"
    spelt: str = ""  # a short form in full, as it is first written on a page
    means: str
    source_id: str = ""
    pages: tuple[str, ...] = ()

    @property
    def is_short_form(self) -> bool:
        """Whether it is an abbreviation."""
        return bool(self.spelt)


def term(name: str, means: str, pages: str = "", spelt: str = "", source_id: str = "") -> Term:
    """Return a term whose pages are listed with spaces between them."""
    return Term(
        name=name, spelt=spelt, means=means, source_id=source_id, pages=tuple(pages.split())
    )


ALL: Final = (
    "app leaders flows places compare matters goal stress levers talk record guide trust numbers"
)
SHORT_FORMS: Final = (
    term(
        "AHP",
        "Such as physiotherapists, dietitians and paramedics. Their chief is the role nearest to "
        "the one here that anybody has counted.",
        "leaders levers numbers",
        spelt="allied health professional",
        source_id="s23",
    ),
    term(
        "CBT",
        "A talking treatment. One of the therapies that people train for.",
        "numbers",
        spelt="cognitive behavioural therapy",
    ),
    term(
        "CPPO",
        "The senior leader of all psychological staff in an NHS organisation. The Psychological "
        "Professions Network recommends one in each; no law asks for it.",
        "leaders guide numbers",
        spelt="chief psychological professions officer",
        source_id="s1",
    ),
    term(
        "CSV",
        "A table as plain text, which a spreadsheet opens.",
        "record guide",
        spelt="comma-separated values",
    ),
    term(
        "CYP",
        "As in mental health services for them.",
        "numbers",
        spelt="children and young people",
    ),
    term(
        "DHSC",
        "The part of government that answers for the NHS.",
        "trust numbers",
        spelt="Department of Health and Social Care",
    ),
    term(
        "FTE",
        "Staff counted by hours: two people who each work half the week are one FTE. Of people "
        "themselves there are more.",
        "app leaders flows places compare matters goal stress levers guide trust numbers",
        spelt="full-time equivalent",
    ),
    term(
        "GP",
        "A family doctor. Who is on the lists of GPs is a second count of who lives in a place.",
        "places",
        spelt="general practitioner",
    ),
    term(
        "HEE",
        "The body that planned and paid for training in England until 2023; now part of NHS "
        "England.",
        "trust numbers",
        spelt="Health Education England",
    ),
    term(
        "IAPT",
        "The name that NHS Talking Therapies had before.",
        "numbers",
        spelt="Improving Access to Psychological Therapies",
    ),
    term(
        "ICB",
        "The NHS body that plans and buys care for an ICS. Boards merged in 2026, from 42 to 36.",
        "numbers",
        spelt="integrated care board",
        source_id="derived-org-icb-2026",
    ),
    term(
        "ICS",
        "The NHS, councils and others of an area who plan care together. Places here are the 42 "
        "areas of 2022 to 2026.",
        "app leaders flows places compare matters goal stress levers guide trust numbers",
        spelt="integrated care system",
        source_id="ons-icb-lookups",
    ),
    term(
        "JSON",
        "A plain file that programs read: the explorer keeps a scenario in one.",
        "guide",
        spelt="JavaScript object notation",
    ),
    term(
        "MHCLG",
        "It publishes the index of deprivation.",
        "places",
        spelt="Ministry of Housing, Communities and Local Government",
        source_id="mhclg-imd-2025",
    ),
    term(
        "NHS",
        "Here always the one in England. So well known that pages do not spell it out.",
        ALL,
        spelt="National Health Service",
    ),
    term(
        "ONS",
        "It counts how many people live where.",
        "places",
        spelt="Office for National Statistics",
        source_id="ons-population-mid-2020",
    ),
    term(
        "PDF",
        "A file that looks the same on every computer, to read or to print.",
        "guide",
        spelt="portable document format",
    ),
    term(
        "PPN",
        "The network that recommends these leaders. This project is not part of it.",
        "app leaders levers trust numbers",
        spelt="Psychological Professions Network",
        source_id="s1",
    ),
    term(
        "UK",
        "So well known that pages do not spell it out.",
        "leaders numbers",
        spelt="United Kingdom",
    ),
    term(
        "UTC",
        "The time in Britain in winter; an hour behind the clock in summer.",
        "record",
        spelt="coordinated universal time",
    ),
)
WELL_KNOWN: Final = frozenset({"NHS", "UK", "GP"})  # not spelt out on pages
IN_NAMES: Final = {  # short forms that stand in names of sources, and nowhere else
    "BMJ": "British Medical Journal",
    "BPS": "British Psychological Society",
    "DCP": "Division of Clinical Psychology",
    "DP": "discussion paper",
    "HC": "House of Commons paper",
    "IZA": "the IZA Institute of Labor Economics, a publisher",
}

WORDS: Final = (
    term(
        "psychological professions",
        "People who work with talk, thought and behaviour in the NHS. The list had 12 professions "
        "in 2021/22. Here they are three families: psychologists, therapists and practitioners.",
        "app leaders flows goal stress trust numbers",
        source_id="def-professions-hee",
    ),
    term(
        "psychologists",
        "Clinical and other practitioner psychologists, as one family.",
        "flows goal stress matters numbers",
    ),
    term(
        "therapists",
        "People who give one kind of therapy in depth, such as cognitive behavioural therapy.",
        "app flows goal stress matters trust numbers",
    ),
    term(
        "practitioners",
        "People in newer roles with shorter training, such as wellbeing practitioners.",
        "app flows goal stress matters trust numbers",
    ),
    term(
        "Talking Therapies",
        "NHS services for adults with anxiety or depression.",
        "app flows places trust numbers",
        source_id="nhse-talking-therapies-annual",
    ),
    term(
        "trust",
        "An NHS organisation that gives care, such as a hospital or a mental health service.",
        "app leaders places goal compare matters stress",
    ),
    term(
        "band",
        "A step of NHS pay, from 1 to 9. Senior is 8a and 8b here; lead is 8c and above.",
        "numbers",
    ),
    term(
        "2023 plan",
        "The NHS Long Term Workforce Plan of June 2023. It is no longer live policy, so it is a "
        "yardstick here and no target.",
        "app compare goal matters stress trust talk",
        source_id="s2",
    ),
    term(
        "reading",
        "The plan gives growth and not a level. Readings A, B and C are three ways to turn it "
        "into a number of staff.",
        "app compare matters",
    ),
    term("scenario", "A set of values for the levers, and all that follows from them.", ALL),
    term("lever", "One value that you can move: a choice or a belief.", ALL),
    term(
        "choice",
        "Something that people decide, such as how many training places to fund.",
        "leaders compare goal stress levers matters numbers trust talk",
    ),
    term(
        "belief",
        "How you think the world works, such as how many leave in a year.",
        "app leaders compare goal stress matters numbers trust talk",
    ),
    term(
        "things as they stand",
        "The scenario in which no lever has been moved.",
        "app compare",
    ),
    term(
        "placeholder",
        "A number without a source, put there so that the model can run. Quote none of them.",
        "app leaders flows compare goal matters trust numbers talk",
    ),
    term(
        "borrowed",
        "Published, but for another place, role or time.",
        "leaders flows trust",
    ),
    term(
        "proxy",
        "Something that is counted and stands in for what is not. Two say where staff work, and "
        "they disagree, so places have ranges.",
        "app flows places talk",
        source_id="estimate-two-keys",
    ),
    term(
        "draw",
        "One run of the model in which every belief has a chance value from its own range.",
        "app leaders compare matters trust",
    ),
    term(
        "in post",
        "Employed and at work: a post with nobody in it does not count.",
        "app leaders flows goal compare matters places stress",
    ),
    term(
        "funded post",
        "A post that there is money for, filled or not.",
        "app compare flows goal matters stress talk",
    ),
    term(
        "vacant",
        "Funded, and nobody is in it.",
        "levers flows goal compare",
    ),
    term(
        "FTE-year",
        "One full-time equivalent for one year.",
        "leaders compare",
    ),
    term(
        "need met",
        "Clinical staff as a share of the staff needed, by a method that is named.",
        "compare places matters",
    ),
    term(
        "constant prices",
        "Costs without inflation, all at the prices of 2026/27.",
        "compare",
    ),
    term(
        "regret",
        "What a plan gives less than the best of those compared, in the same future.",
        "stress",
    ),
    term(
        "evidence range",
        "How far a lever goes, from its lowest to its highest: by sources where there are any, and "
        "by our judgement where there are none.",
        "goal",
    ),
    term(
        "number passport",
        "What opens under *How these numbers are made*: formula, values, sources, and code.",
        "",
    ),
)
GLOSSARY: Final = (*SHORT_FORMS, *WORDS)

"""What mail, chat and tracking programs do to links, undone where nothing is lost.

No link of ours has any of it, so what is left is what its maker wrote. What cannot be undone is
left as it came, for the reader of links to name.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final
from urllib.parse import parse_qsl, unquote

from ppn_scenarios.assumptions import ASSUMPTIONS

# Names that mail, chat, search and advertising programs add to a link; never settings of ours.
TRACKING: Final = re.compile(
    r"(?:utm|mc|pk|mtm|matomo|piwik|hsa|at|elq|sfmc|oly|vero|fb|hmb|itm|trk|bta)_\w+|_?_hs\w+"
    r"|(?:fb|g|ms|d|y|tw|tt|irc)cl(?:id|kid|ickid)|gbraid|wbraid|srsltid|zanpid|ocid|cvid|wickedid"
    r"|_ga|_gl|_ke|_kx|_openstat|_branch_match_id|hsCtaTracking|mkt_tok|elqTrack\w*|li_fat_id"
    r"|igshi?d?|mibextid|sfnsn|s_kwcid|rb_clickid|WT\.\w+|spm|trk|trkCampaign|originalReferer"
    r"|ref|ref_(?:src|url)|share_id|si|web|__tn__|__cft__\S*"
)
HIDDEN: Final = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")  # letters of no width
OPENING: Final = "<([{«“”„‘’\"'`?"
CLOSING: Final = ">)]}»“”‘’\"'`,;!"
CUT: Final = ("…", "...", "..")
ESCAPED: Final = re.compile(r"^(?:amp;)+")  # of a link that was copied from a web page's source
NOTE_READ: Final = "¬e="  # in a web page's source "&not" is a letter, also of "&note=" in old links
QUOTED: Final = "3D"  # how some mail writes "="; our values have none with a capital


def mended(
    query: Mapping[str, Sequence[str]],
    version: str,
    texts: Collection[str],
    old_names: Mapping[str, str],
) -> dict[str, list[str]]:
    """Return the settings of a link as its maker wrote them, each with all its values.

    `version` is the setting that every link has, and `texts` are those that people write, which are
    left as they are. What has one of the `old_names` is returned under the new one.
    """
    quoted = QUOTED if any(v.startswith(QUOTED) for v in query.get(version, ())) else ""
    found: dict[str, list[str]] = {}
    for written, given in query.items():
        for name, values in of_a_name(written, given).items():
            found.setdefault(old_names.get(name, name), [])
            for value in values:
                bare, sign, note = value.removeprefix(quoted).partition(NOTE_READ)
                for of, text in ((name, bare), ("note", note)) if sign else ((name, bare),):
                    now = old_names.get(of, of)
                    found.setdefault(now, []).append(text if now in texts else of_one(now, text))
    return found


def of_a_name(written: str, values: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Return a name with its values; of a name that holds settings of a link, all of them."""
    name = plain(written).lstrip(OPENING)
    if "=" not in name:  # no name of ours has a code: it was encoded once more
        name = plain(unquote(name))
    if "=" not in name or any(values):
        return {ESCAPED.sub("", name): values}
    if "&" not in name:  # one setting, of which the sign alone was encoded: its value is read
        inner, _, value = name.partition("=")
        return {ESCAPED.sub("", plain(inner)): [value]}
    found: dict[str, list[str]] = {}
    for inner, value in parse_qsl(name, keep_blank_values=True):
        for one, more in of_a_name(inner, [value]).items():
            found.setdefault(one, []).extend(more)
    return found


def of_one(name: str, value: str) -> str:
    """Return a value without what stands around it and what was encoded once more."""
    found = plain(unquote(value)).partition("#")[0].lstrip(OPENING).strip()
    if found.endswith(CUT):
        return found
    found = found.rstrip(CLOSING).strip()
    # After the whole part of a number the point may be all that is left of its fraction.
    unsure = name in ASSUMPTIONS and re.fullmatch(r"-?\d+\.", found)
    return found if unsure else found.removesuffix(".")


def plain(text: str) -> str:
    """Return a text without letters of no width and space around it."""
    return HIDDEN.sub("", text).strip()


def of_a_tracker(name: str, values: Sequence[str]) -> bool:
    """Return whether some other program added a setting; a short name alone may be all of a cut."""
    return bool(TRACKING.fullmatch(name)) and (any(values) or "_" in name)


def was_cut(written: str, values: Sequence[str]) -> bool:
    """Return whether a program showed the beginning of a link alone, and this is where it ends."""
    return written.endswith(CUT) or any(value.endswith(CUT) for value in values)

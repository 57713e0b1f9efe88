"""How a label stands within a sentence."""


def within(label: str) -> str:
    """Write a label within a sentence: "Joiners from the NHS" becomes "joiners from the NHS"."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]

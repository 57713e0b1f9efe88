"""The menu of pages: where its links lead, and what they carry."""

from pathlib import Path

from .reader import HOME, PAGES, ROOT, arrive, menu


def test_each_link_leads_to_the_address_that_its_page_has():
    files = {HOME: "", **{f"pages/{p.name}": p.stem for p in (ROOT / "pages").glob("*.py")}}
    links = menu(arrive())
    assert [link.page for link in links] == list(PAGES)
    assert all(link.address == files[link.page] for link in links)
    assert all(Path(ROOT / link.page).is_file() for link in links)
    assert len({link.address for link in links}) == len(links)

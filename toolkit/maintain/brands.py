"""Write `jpkit/data/brands.txt`, the names that the linter spells, from the catalogue of services.

    python toolkit/maintain/brands.py

Only what people put into the catalogue: a name that packages list alone may be an ordinary word to a
writer. The catalogue takes 10 ms to load, a hook has 30 for everything. Sorts of lines: a name whose capitals
nobody gets by chance; `~` and a name that is no word of any language, so that what is one slip away from it
is meant for it; `=` and a word that is one slip away from such a name, and another name; a former name with
its successor behind a tab.
"""

import re
from pathlib import Path

from jpkit.extraction.catalogue import Catalogue, catalogue, parse_spelling
from jpkit.slips import one_slip

HERE = Path(__file__).with_name("catalogue")
OUT = Path(__file__).parents[1] / "jpkit" / "data" / "brands.txt"
# Tables whose names somebody has read as the linter takes them: is one in small letters, or with a slip, ever right?
READ = ("products.tsv", "mined.tsv")
# With another capital they are words, other names, or were spelt so by their makers.
AMBIGUOUS = frozenset("latex macos unity".split())
# Two plain words, part of a longer name that lives on (Google Apps Script), or a product that kept its name.
NOT_RENAMED = frozenset(("Twitter API", "Data Catalog", "Cloud SDK", "Google Apps", "Hugo Academic", "Form Recognizer"))
NOT_RENAMED |= {"Academic Kickstart"}
NOT_RENAMED |= {"OS X", "Mac OS X", "Mac OSX", "MacOS X"}  # who writes so means the versions of its time
NOT_RENAMED |= {"Stackdriver Logging", "Stackdriver Monitoring"}  # parts of what its successor is


# Names that are words, or one slip away from one: what looks like a slip may be that word.
WORDS = frozenset(
    """
    airflow alembic amplitude anaconda android angular audacity audible backlog backstage basecamp bitrise
    blender blogger bootstrap bundler capacitor capybara carthage certbot chainer charles chromatic chromium
    clojure codeium compass composer confluence conftest contentful cosense crystal cucumber cypress dagster
    dataflow dataform dataprep datastore datastream delicious diffusers discord doctrine doorkeeper eclipse
    electron eleventy emotion express fiddler filestore firebug firecracker flannel flatpak flutter forestry
    gatling ghostty gymnasium haystack hibernate honeycomb hotwire hypothesis insomnia intercom jasmine keynote
    laminas leaflet lighthouse linkerd longhorn lovable mackerel mastodon mathematica mercurial mermaid
    messenger metaflow middleman mockito mongoose monolog obsidian passenger pelican percona perplexity phoenix
    pinecone polymer postfix postman prefect prettier prismic processing progate puppeteer pydantic railway
    rancher raycast renovate scratch selenium sendmail sequelize sigstore singularity skaffold smalltalk smarthr
    snowflake snowpark solaris solidity spanner spectee statuspage stimulus stoplight storybook
    subversion swagger tableau telegraf telegram telepresence temporal terraformer textmate threads thunderbird
    togetter traefik twitter unbound unicorn unleash upstart varnish wayland wercker whisper wikipedia windows
    windsurf workday wrangler
    """.split()
)
SHORTEST = 7
"""Letters of a name that may be recognised in spite of a slip."""


def main() -> None:
    OUT.write_text(brands(catalogue()), encoding="utf-8")


def brands(known: Catalogue) -> str:
    """The file, of the catalogue's records by hand."""
    by_hand = [number for number in range(len(known)) if "hand" in known.record(number).sources]
    hand = set(by_hand)
    read = {line.partition("\t")[0] for name in READ for line in (HERE / name).read_text(encoding="utf-8").split("\n")}
    spellings = {one for one in known.spellings() if hand & {name.record for name in known.names(one)}}
    shared = _shared(known)
    capitalised: dict[str, str] = {}
    renamed: dict[str, str] = {}
    for number in by_hand:
        record = known.record(number)
        row = known.row(number)
        name = record.name
        folded = name.lower()
        capitals = re.fullmatch("[A-Z][A-Za-z0-9]{4,}", name) and name[1:] != name[1:].lower() and not name.isupper()
        if capitals and folded not in AMBIGUOUS | shared and name in read:
            capitalised[folded] = name
        if record.status == "renamed" and record.successor:
            for spelling in (name, *(item for item in row.decode().rsplit("\t", 1)[1].split(";") if item)):
                word, flags, needs = parse_spelling(spelling) if spelling != name else (spelling, "", ())
                # One word may be anything (Bard, Anchor); two capitalised ones are the product.
                sure = not flags and not needs and word not in NOT_RENAMED
                if sure and re.fullmatch("[A-Z][A-Za-z0-9]*(?: [A-Z][A-Za-z0-9]*)+", word):
                    renamed[word] = _today(known, record.successor)
    lines = sorted(name for name in capitalised.values() if name in spellings)
    single = {name for name in spellings if re.fullmatch("[A-Za-z][A-Za-z0-9]+", name)}
    coined = {known.canonical(number) for number in by_hand} & {
        name
        for name in single
        if len(name) >= SHORTEST and name[0].isupper() and name in read and name.lower() not in WORDS | shared
    }
    lines += [f"~{name}" for name in sorted(coined)]
    folded_coined = {name.lower() for name in coined}
    others = {name for name in single if name.lower() not in folded_coined}
    # A slip in five letters or more leaves the first two as they are, or the last two.
    alike: dict[str, list[str]] = {}
    for own in folded_coined:
        for end in (f"{own[:2]}-", f"-{own[-2:]}"):
            alike.setdefault(end, []).append(own)
    for name in sorted(others):
        folded = name.lower()
        near = (*alike.get(f"{folded[:2]}-", ()), *alike.get(f"-{folded[-2:]}", ()))
        if any(one_slip(folded, own) for own in near):
            lines.append(f"={name}")
    lines += [f"{old}\t{new}" for old, new in sorted(renamed.items())]
    return "\n".join(lines) + "\n"


def _shared(known: Catalogue) -> set[str]:
    """Small letters that are one record's in one way of capitals and another's in another: Jetpack, JetPack."""
    records: dict[str, set[frozenset[int]]] = {}
    for spelling in known.spellings():
        records.setdefault(spelling.lower(), set()).add(frozenset(name.record for name in known.names(spelling)))
    return {folded for folded, found in records.items() if not frozenset.intersection(*found)}


def _today(known: Catalogue, name: str) -> str:
    """The last of the successors: AI Platform, which Cloud ML Engine became, is Vertex AI now."""
    for _ in range(5):
        record = known.record(known.number(name))
        if record.status != "renamed" or not record.successor:
            break
        name = record.successor
    return name


if __name__ == "__main__":
    main()

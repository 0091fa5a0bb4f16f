"""The singular of English nouns, by closed lists and endings."""

from functools import lru_cache

from jpkit.extraction import english_words as lists


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """Singular of a lower-case noun; what is no plural comes back as it is."""
    head, hyphen, last = word.rpartition("-")
    if hyphen and last:
        return f"{head}-{singular(last)}"
    if word in lists.SINGULARS:
        return lists.SINGULARS[word]
    if len(word) < 4 or not word.endswith("s") or word in lists.NOT_PLURAL:
        return word
    if word.endswith(("ss", "us", "is", "ops", "aas")) and word not in lists.PLURALS:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses", "zzes")):
        return word[:-2]
    if word.endswith("ses") and word[:-2] in lists.NOT_PLURAL:
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=20_000)
def singular_spelling(word: str) -> str:
    """The singular in the spelling of the plural: APIs gives API, Meshes gives Mesh, indices gives index."""
    lower = word.lower()
    single = singular(lower)
    if single == lower or (word.isupper() and len(word) > 1):
        return word  # AWS, and SERVICES in a shouted heading
    common = 0
    while common < len(single) and single[common] == lower[common]:
        common += 1
    return word[:common] + single[common:]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jpkit.document import HOLE, Block, Mark, Piece
from jpkit.extraction.english import english_key, english_terms
from jpkit.markdown import read_document
from jpkit.source import Source, Span


def blocks(markdown, title=None):
    """The blocks of a post; the title, where there is one, is the first."""
    head = None if title is None else Block("title", title, (Piece(0, 0, len(title), len(title)),))
    return read_document(Source("a.md", markdown), Span(0, len(markdown)), title=head).blocks


def surfaces(markdown, title=None):
    """All terms in the order of their names."""
    read = blocks(markdown, title)
    terms = english_terms(read, range(len(read)), title_block=None if title is None else 0)
    return sorted(term.surface for term in terms)


@pytest.mark.parametrize(
    ("markdown", "terms"),
    [
        ("The new service mesh adds observability.", ["observability", "service mesh"]),
        ("We use various different tools in many ways.", ["tool"]),
        ("A loosely coupled architecture helps.", ["loosely coupled architecture"]),
        ("Distributed systems are hard.", ["distributed system"]),
        ("The image was created yesterday. Google released Kubernetes.", ["Google", "Kubernetes", "image"]),
        ("It uses load balancing and machine learning.", ["load balancing", "machine learning"]),
        ("Running containers, building the image", ["container", "image"]),
        ("You can scale, and to cache is to test the cache.", ["cache"]),
        ("Computers work because Helm uses charts.", ["Helm", "chart", "computer"]),
        ("It starts, controls and monitors clusters.", ["cluster", "control"]),
        ("The mechanisms Kubernetes uses", ["Kubernetes", "mechanism"]),
        ("The metrics API and a status page", ["metrics API", "status page"]),
        ("Sharpen your C++, C#, CI/CD, k8s and 3D.", ["3D", "C#", "C++", "CI/CD", "k8s"]),
        ("On Monday, 3 of 10 people in June lost v2.1 and 42 GB.", ["GB", "people"]),
        ("I don't know that it's Helm's chart, and we'll see.", ["Helm", "chart"]),
        (f"the data {HOLE} lake", ["data", "lake"]),
        ("the data  \nlake of data, lake", ["data", "lake"]),
        ("with `helm install --set a=b` in `kubectl` with `values.yaml`", ["kubectl", "values.yaml"]),
        ("a read-only, event-driven or end-to-end task-oriented dialogue", ["end-to-end task-oriented dialogue"]),
        ("The physics-informed deep network is server-side.", ["physics-informed deep network"]),
        ("It is inexact, unaware of a deeper proxy and the safest cache.", ["cache", "proxy"]),
        ("It analyzes, annotates and recompiles files, due to the front matter.", ["file", "front matter"]),
        ("It thus lacks a proxy and is DEPLOYED WITHOUT a cache.", ["cache", "proxy"]),
        ("FineST and WordPress are the finest.", ["FineST", "WordPress"]),
        ("It takes 5.27M SOL, 57.1K SOL, 2MHz or 16GB.", ["SOL"]),
        ("a 64-bit integer, a 4K video and a 90-second build", ["4K", "4K video", "64-bit integer", "build"]),
        ("the vector-valued Allen–Cahn equation in 2015–2024", ["vector-valued Allen–Cahn equation"]),
        ("We know Embodied Question Answering.", ["Embodied Question Answering"]),
        (
            "The Docker Certified Associate needs Long Term Support.",
            ["Docker Certified Associate", "Long Term Support"],
        ),
        ("Use existing files. Returns charts.", ["chart", "file"]),
        ("Because the scripts run and the values file exists.", ["script", "values file"]),
        ("The blog holds charts, and the charter governs the committee.", ["blog", "chart", "charter", "committee"]),
        ("It lets you run workflows while learning Rust.", ["Rust", "workflow"]),
        ("We are building Node.js with a testing framework.", ["Node.js", "testing framework"]),
        (
            "by [Ada Bell](https://github.com/adabell) of [GitHub Sponsors](https://github.com/sponsors)",
            ["GitHub Sponsors"],
        ),
        ("By re-analyzing files, a privacy-preserving network.", ["file", "privacy-preserving network"]),
        ("high-throughput financial systems", ["high-throughput financial system"]),
        ("specific, private, declarative and scalable", []),
        ("The button is #FFFFFF or #1e293bcc.", ["button"]),
        (r"The loss \mathrm{KL} and \rightarrow decrease for $ y_i \neq 0 $.", ["KL", "loss"]),
        (r"The log in /var/log/messages and C:\Users\me\notes", ["log"]),
        ("An input/output error of TCP/IP", ["TCP/IP", "input", "output error"]),
        ("Day 3 of the Flutter Advent Calendar 2024", ["Flutter"]),
        ("The fingerprint is 4CCA 1EAF BA13 06F9, not b1:a2:cc:ff, of the E5 chip.", ["E5", "E5 chip", "fingerprint"]),
        ("The commit c955516 of 24-Jan-2019 in Face2Face", ["Face2Face", "commit"]),
        ("Pass --keyring and --dry-run: the token--a secret", ["secret", "token"]),
        ("Thanks to @some_body for @babel/core.", ["babel", "core"]),
        ("A game from scratch, made with Scratch on a scratch disk", ["Scratch", "game", "scratch disk"]),
        ("As part II, Part IV and the chart I show", ["chart"]),
        ("Written by Pamela de McA'Nulty, photo by Ada. Photo by Bo Li on Unsplash", ["Ada", "Unsplash", "photo"]),
        ("Written by Google, it was written by Ada Bell.", ["Ada Bell", "Google"]),
        ("Guido van Rossum, the creator of Python, met Ada Bell, co-founder of Helm.", ["Helm", "Python"]),
        ("Oracle, the creator of Java, met Ada Bell.", ["Ada Bell", "Java", "Oracle", "creator"]),
        ("Open source tools are popular. We love open source.", ["open source", "open source tool"]),
        ("We open sources and open the source.", ["source"]),
        ("Read the Code of Conduct of NumPy.", ["NumPy"]),
        ("Helm stores some files. DevOps issues several tools.", ["DevOps", "Helm", "file", "tool"]),
        ("Ruff re-implements rules, and it prepends a line.", ["Ruff", "line", "rule"]),
        ("Hugo ships templates. JSON starts with a brace.", ["Hugo", "JSON", "brace", "template"]),
        ("The library returns lists, and Helm reads charts.", ["Helm", "chart", "library", "list"]),
        ("", []),
    ],
)
def test_terms_are_the_noun_phrases_between_other_words(markdown, terms):
    assert surfaces(markdown) == terms


@pytest.mark.parametrize(
    ("title", "terms"),
    [
        ("Building Distributed Workflows with Rust", ["Distributed Workflows", "Rust"]),
        ("Building an AI Assistant", ["AI Assistant"]),
        ("Writing technical content in Markdown", ["Markdown", "technical content"]),
        ("Operating System Cache", ["operating system cache"]),
        ("Use hosted registries", ["hosted registries"]),
        ("An information criterion for gradient boosted trees", ["gradient boosted tree", "information criterion"]),
        ("Neural Networks from Scratch in Rust", ["Neural network", "Rust"]),
        ("From Scratch to Rust", ["Rust", "Scratch"]),
        ("Lessons Learned from a Cluster", ["Cluster", "Lessons"]),
    ],
)
def test_what_a_title_says_is_done_is_no_part_of_a_term(title, terms):
    assert surfaces("", title) == terms


def test_markup_inside_a_phrase_does_not_cut_it():
    assert surfaces("a **service** mesh and a [data](/x) lake") == ["data lake", "service mesh"]


@pytest.mark.parametrize(
    ("markdown", "title", "term"),
    [
        ("Service meshes help. A service mesh is a layer.", "Service Mesh", "service mesh"),
        ("Virtualization is old.", "Virtualization", "virtualization"),
        ("Kubernetes schedules containers.", "Kubernetes", "Kubernetes"),
        ("Chaos Engineering is new. In Chaos Engineering, chaos rules.", "Chaos Engineering", "Chaos Engineering"),
        ("Indices and policies; two policies.", "Policies", "policies"),
        ("It has circular dependencies.", "Circular dependencies", "circular dependencies"),
        ("", "Isolated facilities", "isolated facilities"),
        ("Many VMs and APIs.", "APIs", "API"),
        ("It is hosted on GitHub Pages.", "GitHub Pages", "GitHub Pages"),
        ("It trains with Keras. Keras is fast.", "Keras", "Keras"),
    ],
)
def test_a_term_is_shown_in_its_citation_form(markdown, title, term):
    read = blocks(markdown, title)
    ranked = english_terms(read, range(len(read)), title_block=0)
    whole = (0, 0, len(title))
    named = [found for found in ranked if whole in found.places]
    assert [found.surface for found in named] == [term]


def test_the_part_of_a_longer_term_is_a_term_where_it_stands_alone_or_ends_two_others():
    assert "mesh" not in surfaces("A service mesh is a service mesh.")
    assert "mesh" in surfaces("A service mesh is no mesh.")
    assert "mesh" in surfaces("A service mesh is no data mesh.")
    assert "DevOps" in surfaces("A common DevOps practice.")
    assert "Google" not in surfaces("We chose Google Cloud.")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("We care for quality of service and good quality.", "quality of service"),
        ("Lightweight metric temporal logic has rules.", "metric temporal logic"),
        ("Single responsibility principle: a module has one reason to change.", "single responsibility principle"),
        ("A proton magnetic resonance spectroscopy is new.", "magnetic resonance spectroscopy"),
    ],
)
def test_what_an_abbreviation_stands_for_is_a_term_whatever_its_words_do_elsewhere(text, form):
    read = blocks(text)
    assert form in [term.surface for term in english_terms(read, [0], title_block=None, long_forms=[form])]


def test_what_a_product_has_become_is_named_without_the_word_that_says_so():
    assert "renamed Vertex AI" not in surfaces("It runs on AI Platform (renamed Vertex AI).")
    assert "Vertex AI" in surfaces("It runs on AI Platform (renamed Vertex AI).")


def test_no_part_of_a_long_form_begins_or_ends_with_a_small_word_and_its_plural_stays():
    read = blocks("We sell Function as a Service.\n\nIt is for the Internet of Things.")
    forms = ["Function as a Service", "Internet of Things"]
    found = [term.surface for term in english_terms(read, range(len(read)), title_block=None, long_forms=forms)]
    assert sorted(found) == ["Function", "Function as a Service", "Internet", "Internet of Things"]


def test_every_place_of_a_term_is_told_with_the_text_that_stands_there():
    read = blocks("Service meshes add a proxy. The service-mesh proxy is **small**.", "Service Mesh")
    ranked = english_terms(read, range(len(read)), title_block=0)
    mesh = next(term for term in ranked if term.key == "servicemesh")
    assert mesh == ranked[0]
    assert [(block, start, read[block].text[start:end]) for block, start, end in mesh.places] == [
        (0, 0, "Service Mesh"),
        (1, 0, "Service meshes"),
        (1, 32, "service-mesh"),
    ]


def test_the_title_and_the_headings_come_first():
    post = blocks("## Canary deployment\n\nA proxy, a proxy and a proxy. A canary deployment needs an eBPF.", "Sidecar")
    assert [term.surface for term in english_terms(post, range(len(post)), title_block=0)] == [
        "Sidecar",
        "canary deployment",
        "proxy",
        "eBPF",
    ]


def test_generic_words_struck_out_text_and_mere_code_come_last():
    post = blocks("The `fluxcap`, a ~~gateway~~, an application and a proxy.")
    assert [term.surface for term in english_terms(post, range(len(post)), title_block=None)] == [
        "proxy",
        "fluxcap",
        "gateway",
        "application",
    ]


def test_only_the_chosen_blocks_are_read():
    post = blocks("a proxy\n\n代理サーバー server\n\na mesh")
    assert {block for term in english_terms(post, [0, 2], title_block=None) for block, _, _ in term.places} == {0, 2}


def test_at_most_so_many_terms_come_back():
    post = blocks("the alpha, the beta, the gamma")
    assert [term.surface for term in english_terms(post, [0], title_block=None, most=2)] == ["alpha", "beta"]


def test_a_long_row_of_nouns_is_a_list_of_words():
    row = " ".join(f"word{'abcdefghijklmnop'[n]}" for n in range(16))
    assert surfaces(row) == sorted(row.split())


@pytest.mark.parametrize(
    "spelling",
    "kubernetes aws analysis status class access process devops series news SaaS pandas redis kudos metadata".split(),
)
def test_what_is_no_plural_is_not_cut(spelling):
    assert english_key(spelling) == spelling.lower()


@pytest.mark.parametrize(
    ("plural", "key"),
    [
        ("categories", "category"), ("classes", "class"), ("processes", "process"), ("statuses", "status"),
        ("databases", "database"), ("caches", "cache"), ("meshes", "mesh"), ("indices", "index"), ("houses", "house"),
        ("metrics", "metric"), ("schemas", "schema"), ("repos", "repo"), ("apps", "app"), ("proxies", "proxy"),
        ("APIs", "api"), ("Pods", "pod"), ("cookies", "cookie"), ("ＧＰＵ", "gpu"), ("use-cases", "usecase"),
    ],
)  # fmt: skip
def test_plurals_share_the_key_of_their_singular(plural, key):
    assert english_key(plural) == key


WORDS = st.text("abcsxyzABéＡ3𠮷ー", min_size=1, max_size=8)


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_a_key_is_the_same_with_blanks_hyphens_or_neither_inside(words):
    assert english_key(" ".join(words)) == english_key("-".join(words)) == english_key("  ".join(words))


PARTS = """
the service meshes Cloud to scale C++ CI/CD Node.js it's don't 機械学習 𠮷 👩\u200d💻 ﾃﾞｰﾀ ＧＰＵ . , - ’
loosely coupled new based é
""".split()
TEXTS = st.lists(st.sampled_from([*PARTS, "\u2028", "\x00", HOLE, "x" * 30]))


@given(TEXTS, st.sampled_from([" ", "", "  ", "-"]), st.data())
def test_every_place_of_a_term_is_text_of_its_block(parts, gap, data):
    text = gap.join(parts)
    at = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    mark = Mark(data.draw(st.sampled_from(["code", "link", "strong", "strike"])), *at)
    block = Block("paragraph", text, (Piece(0, 0, len(text), len(text)),), (mark, Mark("break", at[0], at[0])))
    ranked = english_terms([block, block], [0, 1], title_block=None)
    for term in ranked:
        assert 0 <= term.score <= 1
        assert term.key
        assert all(text[start:end].strip() for _, start, end in term.places)
    assert len({term.key for term in ranked}) == len(ranked)
    assert ranked == sorted(ranked, key=lambda term: -term.score)

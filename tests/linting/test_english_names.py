"""English names of the glossary in a text: what is another name, and what is only English."""

import pytest

from jpkit.linting.english_names import around, better, names_of, uses
from jpkit.linting.glossary import Term

OWN = tuple(
    Term(ja, en, "g.csv:1", others, own=True)
    for ja, en, others in (
        ("サービスメッシュ", "service mesh", ("mesh of services", "SM", "mesh")),
        ("クバネティス", "Kubernetes", ("K8s",)),
        ("データセンター", "data center", ()),
        ("実行環境", "runtime", ()),
        ("ログイン", "login", ()),
        ("イベント駆動アーキテクチャ", "event-driven architecture", ()),
        ("自己修復", "self-healing", ()),
        ("API", "API", ()),
        ("REST", "REST", ()),
        ("デブオプス", "DevOps", ()),
        ("インフラ", "infrastructure as code", ()),
        ("相互TLS", "mutual TLS (mTLS)", ()),
        ("C", "C", ()),
        ("C++", "C++", ()),
    )
)


def mended(text: str, *, heading: bool = False, terms: tuple[Term, ...] = OWN, deliberate: bool = True) -> str:
    """The text as it should have been written."""
    names = names_of(terms, deliberate=deliberate)
    done, shown = 0, ""
    for use in uses(text, names):
        assert text[use.start : use.end] == use.found
        wanted = better(use, around(text, use.start, use.end, heading=heading), names)
        shown += text[done : use.start] + (use.found if wanted is None else wanted)
        done = use.end
    return shown + text[done:]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("We run kubernetes.", "We run Kubernetes."),
        ("On KuberNetes we use a Service mesh.", "On Kubernetes we use a service mesh."),
        ("Servicemeshes and servicemesh.", "Service meshes and service mesh."),
        ("The mesh of services in a datacenter", "The service mesh in a data center"),
        ("A service-mesh is a service Mesh.", "A service mesh is a service mesh."),
        ("Service-mesh, and event driven architectures.", "Service mesh, and event-driven architectures."),
        ("Of devops, Api and apis.", "Of DevOps, API and APIs."),
        ("The Data Centers, the Infrastructure as code", "The Data Centers, the infrastructure as code"),
        ("a run time", "a runtime"),
        ("mutual tls", "mutual TLS"),
        ("Kubernetes' kubernetes's end", "Kubernetes' Kubernetes's end"),
    ],
)
def test_another_name_is_replaced(text, wanted):
    assert mended(text) == wanted
    assert mended(wanted) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Service meshes are many. Data centers: Service Mesh, SERVICE MESH.",
        "A service-mesh architecture, a data-center team; Infrastructure as Code.",
        "Log in, then login. They are self healing.",
        "The Istio Service mesh Project, AWS Service mesh.",
        "kubernetes.io, @kubernetes, kubernetes/docs, my_kubernetes, kubernetes-charts.example, kubernetes=1",
        "api-types, the kubernetes-client and a txt-devops",
        "take a rest, K8s, a mesh, SM, serviceMesh",
        "KUBERNETES, DEVOPS",
        "",
    ],
)
def test_english_is_left_alone(text):
    assert mended(text) == text


def test_headings_have_capitals_as_they_like():
    assert mended("Service mesh", heading=True) == "Service mesh"
    assert mended("A Service mesh", heading=True) == "A Service mesh"
    assert mended("Servicemesh on kubernetes", heading=True) == "Service mesh on Kubernetes"


def test_in_japanese_text_only_names_with_capitals_are_held_to():
    assert mended("kubernetesのService-meshとdevops") == "KubernetesのService-meshとDevOps"


def test_capitals_of_a_list_that_has_them_everywhere_are_no_names():
    assert mended("kubernetes and devops", deliberate=False) == "kubernetes and DevOps"
    titles = (
        Term("データセンター", "Datacenter", "g.csv:1", own=True),
        Term("青緑", "Blue Green Pod", "g.csv:2", own=True),
    )
    text = "Data centers, a data center. A blue-green pod and a Blue-Green Pod"
    wanted = "Datacenters, a datacenter. A blue green pod and a Blue Green Pod"
    assert mended(text, terms=titles, deliberate=False) == wanted


def test_a_plain_word_is_a_name_only_where_the_author_says_so():
    found = (
        Term("ヴォールト", "Vault", "g.csv:1"),
        Term("倉", "Google Cloud Storage", "g.csv:2", service=True),
        Term("前倒し", "Shift Left", "g.csv:3"),
        Term("Helmリポジトリ", "Helm repository", "g.csv:4"),
        Term("サービスアカウント", "ServiceAccount", "g.csv:5"),
        Term("ロール", "Role-Based access", "g.csv:6"),
        Term("入口", "ingress controller", "g.csv:7"),
    )
    text = "a vault in google cloud storage, shift left, a helm repository, service account, role-based access, "
    wanted = "a vault in Google Cloud Storage, shift left, a Helm repository, service account, role-based access, "
    assert mended(text + "an Ingress controller", terms=found) == wanted + "an Ingress controller"
    assert mended("vaultとshift leftの話", terms=found) == "VaultとShift Leftの話"


def test_letters_that_two_entries_claim_are_nobodys():
    terms = (Term("甲", "data base", "g.csv:1", own=True), Term("乙", "database", "g.csv:2", own=True))
    assert mended("database, data base", terms=terms) == "database, data base"

"""What each package says: one function a source, facts as rows with a short code of the source.

A false name in prose costs more than a missed one, so a source gives what it is sure of: clouds their
services under full names (a short form only beside its vendor), simple-icons what a person has read
(`catalogue/decisions.txt`), and lists of icons nothing but a witness.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path
from typing import Any

from maintain.catalogue_packages import load_json, members
from maintain.catalogue_rows import Row, fold
from maintain.catalogue_words import is_ordinary, is_short

# botocore: parts and versions of a service that nobody writes about under this name.
_AWS_PART = re.compile(
    r"(?: Data Plane| Control Plane| Runtime| Data Service| Data| Query| Archived Media| Events| Media| Domain|"
    r" Signaling Channels| WebRTC Storage| Write| Metering| APIs?| API Service| Service V2| V ?2| v2| ?2| Regional|"
    r" Admin| Control| Contacts| OIDC| QuickSetup| Toolbox| RealTime| Chat| Streams| Directory| Store| Preview|"
    r" Message Flow| Connector.*| Config| Identity| Participant Service| Identity Provider| Control API| Core| Web|"
    r" Agreement Service| .*Subscriptions| Email Service| SMS and Voice.*| Management API| Commerce Analytics|"
    r" Customer API| Account API| Hub Config| Metrics Service| geospatial capabilities| Notifications and .*|"
    r" and Notifications| Model Building.*| Runtime Service.*| Intelligent Ranking| Wisdom Service| S3 Control|"
    r" Services? V2| for SAP| Pipelines| Meetings| Messaging| Voice| Scheduling| Containers| Automation)$"
)
# Its names that are said otherwise, on AWS's own pages; None: no name of a service at all.
_AWS_SAID: Mapping[str, str | None] = {
    "AWS Clean Rooms Service": "AWS Clean Rooms",
    "AWS Cost and Usage Report Service": "AWS Cost and Usage Reports",
    "AWS EntityResolution": "AWS Entity Resolution",
    "AWS Health Imaging": "AWS HealthImaging",
    "AWS IoT Things Graph": "AWS IoT Things Graph",
    "AWS Elemental Inference": "AWS Elemental Inference",
    "AWS MediaConnect": "AWS Elemental MediaConnect",
    "AWS MediaTailor": "AWS Elemental MediaTailor",
    "AWS Marketplace Catalog Service": None,
    "AWS Marketplace Deployment Service": None,
    "AWS Marketplace Discovery": None,
    "AWS Marketplace Entitlement Service": None,
    "AWS Marketplace Reporting Service": None,
    "AWS Migration Hub Config": None,
    "AWS Route53 Recovery Control Config": None,
    "AWS Route53 Recovery Readiness": None,
    "AWS SSM-GUIConnect": None,
    "AWS SSO Identity Store": None,
    "AWS Service Catalog App Registry": "AWS Service Catalog AppRegistry",
    "AWS Sign-In Service": None,
    "AWS User Experience Customization": None,
    "AWS Account": None,
    "AWS Billing": None,
    "AWS Support": None,
    "AWS Sustainability": None,
    "AWS Comprehend Medical": "Amazon Comprehend Medical",
    "AWS DevOps Agent Service": "AWS DevOps Agent",
    "AWS Continuum": None,
    "AWS Invoicing": None,
    "Amazon CloudDirectory": "Amazon Cloud Directory",
    "Amazon DocumentDB with MongoDB compatibility": "Amazon DocumentDB",
    "Amazon Omics": "AWS HealthOmics",
    "Amazon Prometheus Service": "Amazon Managed Service for Prometheus",
    "Amazon Recycle Bin": None,
    "Amazon Sagemaker Edge Manager": "Amazon SageMaker Edge Manager",
    "Amazon OpenSearch Memory": None,
    "AWS AI Ops": None,
    "AWS ARC - Zonal Shift": None,
    "AWS Backup Search": None,
    "AWS Certificate Manager Private Certificate Authority": "AWS Private Certificate Authority",
    "AWS CodeStar connections": None,
    "AWS Price List Service": None,
    "AWS RDS DataService": None,
    "Amazon AppIntegrations Service": None,
    "Amazon EKS Auth": None,
    "Amazon Forecast Query Service": None,
    "Amazon Forecast Service": "Amazon Forecast",
    "Amazon Import/Export Snowball": "AWS Snowball",
    "Amazon Neptune Graph": "Amazon Neptune Analytics",
    "Amazon NeptuneData": None,
    "Amazon SageMaker Service": "Amazon SageMaker",
    "Amazon Simple Systems Manager": "AWS Systems Manager",
    "Amazon Transcribe Service": "Amazon Transcribe",
    "Amazon Workspaces Instances": None,
    "AWSBillingConductor": "AWS Billing Conductor",
    "AWSDeadlineCloud": "AWS Deadline Cloud",
    "AWSMainframeModernization": "AWS Mainframe Modernization",
    "AWSServerlessApplicationRepository": "AWS Serverless Application Repository",
    "AmazonMWAAServerless": None,
    "AmazonApiGatewayManagementApi": None,
    "AmazonConnectCampaignService": None,
    "AmplifyBackend": None,
    "AmplifyUIBuilder": None,
    "Application Migration Service": "AWS Application Migration Service",
    "Braket": "Amazon Braket",
    "CloudWatch RUM": "Amazon CloudWatch RUM",
    "Cost Optimization Hub": "AWS Cost Optimization Hub",
    "EMR Serverless": "Amazon EMR Serverless",
    "Elastic Disaster Recovery Service": "AWS Elastic Disaster Recovery",
    "Firewall Management Service": "AWS Firewall Manager",
    "IAM Roles Anywhere": "IAM Roles Anywhere",
    "Migration Hub Strategy Recommendations": "AWS Migration Hub Strategy Recommendations",
    "QBusiness": "Amazon Q Business",
    "Route 53 Profiles": None,
    "Service Quotas": "AWS Service Quotas",
    "Timestream InfluxDB": "Amazon Timestream for InfluxDB",
}


def aws_names(metadata: Iterable[Mapping[str, str]], words: Set[str]) -> Iterator[Row]:
    """Services of AWS from the metadata of botocore's service models."""
    for one in metadata:
        full = re.sub(r" \(.*\)", "", one["serviceFullName"])
        name = _AWS_SAID.get(full, full)
        said = full in _AWS_SAID
        if name is None or (not said and (_AWS_PART.search(full) or " " not in full)):
            continue
        if not said and not re.match("(?:Amazon|AWS) ", name):
            continue
        yield aws_row(name, words, "botocore", one.get("serviceAbbreviation", ""))


def aws_row(name: str, words: Set[str], source: str, abbreviation: str = "") -> Row:
    """A service under its full name, and without its vendor beside AWS only."""
    names = []
    short = re.sub("^(?:Amazon|AWS) ", "", name)
    # "Resource Groups" is Azure's as well, "Support" a word; "Resource Explorer" as much as "IoT FleetWise" is neither.
    if short != name and not is_short(short) and not is_ordinary(short, words):
        names.append(f"{short}~")
    if re.match("(?:Amazon|AWS) .", abbreviation) and abbreviation != name:
        names.append(abbreviation)
    return Row(name, "Amazon", "cloud-service", sources=(source,), names=tuple(names))


# What aws-icons has and botocore not, as people write it; its file names have no blanks.
AWS_ICONS = {
    fold(name): name
    for name in (
        "Amazon Application Recovery Controller; Amazon Augmented AI; Amazon Chime SDK; Amazon DCV; "
        "Amazon ECS Anywhere; Amazon EKS Anywhere; Amazon EKS Distro; Amazon ElastiCache; Amazon FSx for Lustre; "
        "Amazon FSx for NetApp ONTAP; Amazon FSx for OpenZFS; Amazon FSx for Windows File Server; "
        "Amazon SageMaker Ground Truth; Amazon SageMaker Studio Lab; Amazon WorkSpaces Core; "
        "AWS Deep Learning Containers; AWS Elemental Conductor; AWS Elemental Delta; AWS Elemental Link; "
        "AWS Elemental Live; AWS Elemental Server; AWS IoT ExpressLink; AWS Infrastructure Composer; "
        "AWS Nitro Enclaves; AWS Panorama; AWS ParallelCluster; AWS Private 5G; AWS SimSpace Weaver; AWS Telco Network "
        "Builder; AWS Thinkbox Deadline; AWS Thinkbox Krakatoa; AWS Wavelength; "
        "NICE EnginFrame; Red Hat OpenShift Service on AWS"
    ).split("; ")
}

# A title that begins so needs no "Google" before it.
_GOOGLE_OWN = re.compile(
    r"(?:Google|Cloud|Firebase|BigQuery|Chrome|Android|YouTube|Gmail|GKE|Apigee|Dataproc|reCAPTCHA|BeyondCorp|AdSense|"
    r"DoubleClick|Dialogflow|IAM|KMS) "
)
# Titles that name no product, a part of one, or nothing that anybody would write.
_GOOGLE_LEFT = frozenset(
    fold(title)
    for title in (
        "API Discovery Service; API Keys API; API hub API; AI Commerce Search API; Agent Platform API; "
        "API Management API; versionhistory.googleapis.com API; CSS API; Library Agent API; Checks API; "
        "Cloud Runtime Configuration API; Cloud Testing API; Cloud Tool Results API; Ad Exchange Buyer API II; "
        "Merchant API; Cloud Controls Partner API; Connectors API; Notebooks API; Cloud OS Login API; "
        "Google OAuth2 API; Cloud Deployment Manager V2 API; IAM Service Account Credentials API; Cloud Channel API; "
        "Cloud Billing Budget API; NetApp API; Data Manager API; Identity and Access Management (IAM) API; "
        "Google Marketing Platform Admin API; Idea Hub API; Batch API; Google Play Custom App Publishing API; "
        "Google Play Grouping API; Google Cloud Support API; VM Migration API; Cloud Storage JSON API; "
        "Accelerated Mobile Pages (AMP) URL API; Area120 Tables API; Cloud Commerce Partner Procurement API; "
        "AI Platform Training & Prediction API; Oracle Database@Google Cloud API; Network Management API; "
        "Gemini Enterprise for Customer Experience API; Service Management API; Service Control API; "
        "Service Usage API; Service Consumer Management API; Service Networking API; Network Services API; "
        "Cloud Number Registry API; Cloud Product Registry API; Cloud Location Finder API; Local Services API; "
        "Firebase Cloud Messaging Data API; Deep Review API; Device Run API; Resource Settings API; "
        "Developer Knowledge API; Groups Migration API; Agencies and Brands API; Data pipelines API"
    ).split("; ")
)


def google_names(documents: Iterable[Mapping[str, Any]], words: Set[str]) -> Iterator[Row]:
    """Products of Google's cloud and its other APIs from the titles of discovery documents."""
    for one in documents:
        title, url = one.get("title", ""), one.get("documentationLink", "")
        if (
            not title
            or fold(title) in _GOOGLE_LEFT
            or re.search(r"My Business|SAS Portal|\d{3} (?:Report.*)?API", title)
        ):
            continue
        interface = re.sub(r" v\d+$", "", re.sub(r" \(.*?\)", "", title))
        product = re.sub(r"(?: Admin)? API$", "", interface)
        own = bool(_GOOGLE_OWN.match(product))
        page = url if re.match(r"https://(?:docs\.)?(?:cloud|developers|firebase)\.google\.com/.", url) else ""
        ordinary = is_ordinary(product, words)
        if re.match(r"https?://(?:docs\.)?cloud\.google\.com/", url):
            name = product if own else f"Google Cloud {product}"
            names = []
            if own and ordinary:
                names.append(f"{product}~")  # Cloud Billing
            elif not own and product != interface:
                names.append(f"{interface}~" if ordinary else interface)
            yield Row(name, "Google", "cloud-service", page, sources=("google",), names=tuple(names))
        else:
            # An API and no product: Google Books is another thing than its API.
            names = [] if own else [f"{interface}~" if ordinary else interface]
            name = interface if own else f"Google {interface}"
            yield Row(name, "Google", "saas", page, sources=("google",), names=tuple(names))
            yield Row(product if own else f"Google {product}", "Google", sources=("google",))


_AZURE_LEFT = frozenset(("general", "menu", "other", "new icons", "intune", "identity"))
_AZURE_PART = re.compile(
    r"\(|Classic|Clusters?$|Server Group|Jobs?$|Job |Topics?$|Subscriptions|Domains|Access Policies|Event Sources|"
    r"Environments$|Data Sets|Multistack|Stretch|Sizer|Profiles|Instances|Parameters|Gen1|Custom Connector|Invitations|"
    r"Managers$|Namespaces?$|Accounts$|Customers|Privacy|Solutions|Compliance|Metrics$|Alerts$|Versions?$|Templates$|"
    r"Definitions$|Providers?$|Trends|Hosts$|Images?$|Groups$|Pools$|Points|Collections|Applications?$|Registration$"
)


# What the portal has many of, and an article one: the names of icons are plurals.
_AZURE_OBJECT = re.compile(
    "(?:Account|App|Certificate|Circuit|Connection|Container|Firewall|Gateway|Interface|Load Balancer|Machine|Network|"
    "Plan|Route Filter|Scale Set|Server|Service Plan|Set|Share|Snapshot|Table|Tunnel|Vault|Virtual WAN|"
    "Workspace|Zone)s$"
)
_AZURE_NONE = frozenset(
    "Azure A; Azure ABS Member; Azure Application Group; Azure Auto Scale; Azure Cache Redis; "
    "Azure Cognitive Services Decisions; Azure Collaborative Service; Azure Database MariaDB Server; "
    "Azure Database MySQL Server; Azure Database PostgreSQL Server; Azure Diagnostics Settings; "
    "Azure Experimentation Studio; Azure HCP Cache; Azure HPC Workbenches; Azure Infrastructure Backup; "
    "Azure Load Balancer Hub; Azure Managed Database; Azure Managed Desktop; Azure Multi Tenancy; "
    "Azure Object Understanding; Azure Outbound Connection; Azure Quotas; Azure SQL Server Registries; "
    "Azure SSIS Lift And Shift IR; Azure Serverless Search; Azure Service Catalog MAD; Azure Software as a Service; "
    "Azure Stack HCI Premium; Azure Support Center Blue; Azure Token Service; Azure Universal Print; "
    "Azure User Settings; Azure Virtual WAN Hub; Azure Windows10 Core Services; Azure Static Apps; "
    "Azure Customer Lockbox for Microsoft Azure; Azure Resource Management Private Link; Azure Fileshares; "
    "Azure Identity Secure Score; Azure Disks Snapshots; Azure Databox Gateway; Azure Hybrid Center".split("; ")
)


def azure_names(files: Iterable[tuple[str, str]]) -> Iterator[Row]:
    """Services of Azure from (category, name of an icon); never without "Azure" or "Microsoft" before them."""
    for category, icon in files:
        given = icon.replace("-", " ").strip()
        prefixed = re.match("(?:Azure|Microsoft) ", given)
        if (category in _AZURE_LEFT and not prefixed) or _AZURE_PART.search(given):
            continue
        if not prefixed and (" " not in given or re.search("Portal|Hybrid|Devices|Security|Updates|Entra", given)):
            continue
        name = given if prefixed else f"Azure {given}"
        if name in _AZURE_NONE:
            continue
        if re.search("(?:Galler|Polic)ies$", name):
            yield Row(name[:-3] + "y", "Microsoft", "cloud-service", sources=("azure",), names=(name,))
        elif _AZURE_OBJECT.search(name):
            yield Row(name[:-1], "Microsoft", "cloud-service", sources=("azure",), names=(name,))
        else:
            yield Row(name, "Microsoft", "cloud-service", sources=("azure",))


_LANGUAGE = re.compile(r"  (name|type|aliases): (.+?)(?=,\n  \w+:|,?\n})", re.DOTALL)


def language(script: str) -> dict[str, Any]:
    """Name, type and aliases in one of linguist-languages' modules, which are object literals."""
    return {key: ast.literal_eval(value) for key, value in _LANGUAGE.findall(script)}


def linguist_names(languages: Iterable[Mapping[str, Any]], words: Set[str], left: Set[str]) -> Iterator[Row]:
    """Programming and markup languages whose name is no word and not too short; of the others a witness."""
    for one in languages:
        name = one["name"]
        if one["type"] in ("programming", "markup"):
            sure = not is_short(name) and not is_ordinary(name, words) and name not in left and "+" not in name
            yield Row(name, kind="language" if sure else "", sources=("linguist",))


def brands(icons: Iterable[Mapping[str, Any]], kinds: Mapping[str, str], words: Set[str]) -> Iterator[Row]:
    """Brands of simple-icons: those that a person has read are rows, the others may bear witness."""
    for one in icons:
        name = one["title"]
        names = [other for other in one.get("aliases", {}).get("aka", ()) if is_plain(other, words)]
        kind = kinds.get(name, "")
        if kind and " " not in name and is_ordinary(name, words):
            names.insert(0, f"{name}^")  # two words with capitals are a name
        yield Row(name, kind=kind, sources=("simple-icons",), names=tuple(names) if kind else ())


def is_plain(alias: str, words: Set[str]) -> bool:
    """Whether another name of a brand is safe without a flag."""
    return alias.isascii() and not is_short(alias) and not is_ordinary(alias, words)


def slugs(icons: Mapping[str, Any], source: str) -> Iterator[Row]:
    """Names of an icon set, without capitals and blanks: witnesses only."""
    for slug in icons["icons"]:
        yield Row(re.sub("-(?:icon|wordmark)$", "", slug), sources=(source,))


def read_decisions(text: str) -> tuple[dict[str, str], frozenset[str]]:
    """Kinds by name for simple-icons, and what is left out of linguist.

    Raises:
        ValueError: a name is decided twice.
    """
    kinds: dict[str, str] = {}
    left: set[str] = set()
    for line in text.split("\n"):
        kind, colon, names = line.partition(": ")
        if not colon or line[0] == "#":
            continue
        for name in names.split("; "):
            if kind == "leave linguist":
                left.add(name)
            elif kinds.setdefault(name, kind) != kind:
                raise ValueError(f"{name} is {kinds[name]} and {kind}")
    return kinds, frozenset(left)


def simple_icons(folder: Path) -> Iterator[Mapping[str, Any]]:
    """All brands of the three versions; of one that several have, the newest title."""
    seen: set[str] = set()
    for key in ("simple-icons", "simple-icons-12", "simple-icons-9"):
        for _, content in members(folder, key, "_?data/simple-icons.json"):
            icons = load_json(content)
            for icon in icons if isinstance(icons, list) else icons["icons"]:
                if fold(icon["title"]) not in seen:
                    seen.add(fold(icon["title"]))
                    yield icon


def botocore(folder: Path, key: str) -> dict[str, Mapping[str, str]]:
    """By service folder, the metadata of the newest version of each service's model."""
    newest: dict[str, tuple[str, bytes]] = {}
    for match, content in members(folder, key, r"botocore/data/([^/]+)/([^/]+)/service-2\.json(?:\.gz)?"):
        newest[match[1]] = max(newest.get(match[1], ("", b"")), (match[2], content))
    return {name: load_json(content)["metadata"] for name, (_, content) in sorted(newest.items())}


def google(folder: Path, key: str) -> dict[str, Mapping[str, Any]]:
    """By API, the discovery document of its last version in the order of file names."""
    path = r".*/discovery_cache/documents/([a-z0-9-]+)\.[^/]*\.json"
    return {match[1]: load_json(content) for match, content in members(folder, key, path)}


def mine(folder: Path, decisions: str, words: Set[str]) -> Iterator[Row]:
    """Everything that the packages of a folder say."""
    kinds, left = read_decisions(decisions)
    yield from aws_names(botocore(folder, "botocore").values(), words)
    for match, _ in members(folder, "aws-icons", r"icons/architecture-service/(.+)\.svg"):
        name = AWS_ICONS.get(fold(match[1]))
        yield aws_row(name, words, "aws-icons") if name else Row(match[1], "Amazon", sources=("aws-icons",))
    yield from google_names(google(folder, "google").values(), words)
    icons = members(folder, "azure", r"dist/components/([^/]+)/\d+-icon-service-(.+)\.js")
    yield from azure_names(((match[1], match[2]) for match, _ in icons))
    yield from brands(simple_icons(folder), kinds, words)
    scripts = (content.decode() for _, content in members(folder, "linguist", r"data/.+\.js"))
    for row in linguist_names(map(language, scripts), words, left):
        yield row._replace(kind=kinds.get(row.name, row.kind)) if row.kind else row
    for key in ("logos", "devicon"):
        for _, content in members(folder, key, "icons.json"):
            yield from slugs(load_json(content), key)

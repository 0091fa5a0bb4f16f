"""The packages that the catalogue is mined from: which, under which licence, and what is in them.

Names, addresses and who makes what are facts; no artwork, text or code is taken over. Versions are
pinned, because titles drift (aiplatform is the "Agent Platform API" now) and names go (simple-icons
has dropped AWS, Azure and Slack), so that old ones are read beside new ones.
"""

import gzip
import json
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple


class Package(NamedTuple):
    registry: str
    name: str
    version: str
    licence: str
    file: str
    """What the registry's client calls it."""


PACKAGES = {
    "google": Package(
        "PyPI", "google-api-python-client", "2.202.0", "Apache-2.0",
        "google_api_python_client-2.202.0-py3-none-any.whl",
    ),
    "google-old": Package(
        "PyPI", "google-api-python-client", "2.2.0", "Apache-2.0",
        "google_api_python_client-2.2.0-py2.py3-none-any.whl",
    ),
    "botocore": Package("PyPI", "botocore", "1.44.5", "Apache-2.0", "botocore-1.44.5-py3-none-any.whl"),
    "botocore-old": Package("PyPI", "botocore", "1.20.0", "Apache-2.0", "botocore-1.20.0-py2.py3-none-any.whl"),
    "aws-icons": Package("npm", "aws-icons", "3.3.0", "MIT", "aws-icons-3.3.0.tgz"),
    "azure": Package(
        "npm", "@threeveloper/azure-react-icons", "1.1.1", "MIT", "threeveloper-azure-react-icons-1.1.1.tgz"
    ),
    "simple-icons": Package("npm", "simple-icons", "16.37.0", "CC0-1.0", "simple-icons-16.37.0.tgz"),
    "simple-icons-12": Package("npm", "simple-icons", "12.4.0", "CC0-1.0", "simple-icons-12.4.0.tgz"),
    "simple-icons-9": Package("npm", "simple-icons", "9.21.0", "CC0-1.0", "simple-icons-9.21.0.tgz"),
    "linguist": Package("npm", "linguist-languages", "9.5.0", "MIT", "linguist-languages-9.5.0.tgz"),
    "logos": Package("npm", "@iconify-json/logos", "1.2.19", "CC0-1.0", "iconify-json-logos-1.2.19.tgz"),
    "devicon": Package("npm", "@iconify-json/devicon", "1.2.68", "MIT", "iconify-json-devicon-1.2.68.tgz"),
}  # fmt: skip


def fetch(folder: Path) -> None:
    """Let pip and npm put into the folder what is not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for package in PACKAGES.values():
        if (folder / package.file).exists():
            continue
        if package.registry == "PyPI":
            wanted = f"{package.name}=={package.version}"
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", ".", wanted]
        else:
            command = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def members(folder: Path, key: str, pattern: str) -> Iterator[tuple[re.Match[str], bytes]]:
    """The files of a package whose whole path matches, in the order of their paths, with what they hold."""
    file = folder / PACKAGES[key].file
    if file.suffix == ".whl":
        with zipfile.ZipFile(file) as wheel:
            for path in sorted(wheel.namelist()):
                if match := re.fullmatch(pattern, path):
                    yield match, wheel.read(path)
    else:
        with tarfile.open(file) as archive:
            for member in sorted(archive.getmembers(), key=lambda member: member.name):
                match = re.fullmatch(pattern, member.name.removeprefix("package/"))
                content = archive.extractfile(member) if match else None
                if match and content:
                    yield match, content.read()


def load_json(content: bytes) -> Any:
    """A JSON file of a package, also a packed one."""
    return json.loads(gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content)

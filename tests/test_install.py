"""What gets installed: nothing that needs a compiler, and no silently old version of the ecosystem packages."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).parent.parent / "requirements"
ECOSYSTEM = {"rigour": (2,), "normality": (3,), "followthemoney": (4, 11), "pyicu-wheels": (2, 15)}


def pinned(name: str) -> dict[str, str]:
    """Package → version of a hashed list."""
    lines = (REQUIREMENTS / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lines, flags=re.MULTILINE))


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(n) for n in re.findall(r"\d+", version))


def test_default_install_is_free_of_icu_and_of_what_is_heavy() -> None:
    heavy = {
        "pyicu",
        "pyicu-wheels",
        "rigour",
        "normality",
        "followthemoney",
        "torch",
        "ray",
        "weasyprint",
        "pandas",
    }
    assert not heavy & pinned("default.txt").keys()


@pytest.mark.parametrize("name", ["default.txt", "build.txt", "dev.txt", "ecosystem.txt"])
def test_every_pinned_package_has_a_hash_and_no_other_place(name: str) -> None:
    text = (REQUIREMENTS / name).read_text(encoding="utf-8")
    for entry in re.split(r"\n(?=[a-z0-9])", text.replace("\\\n", " ")):
        if "==" in entry:
            assert "--hash=sha256:" in entry, entry[:80]
    assert "file:" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text


@pytest.mark.parametrize(("package", "least"), ECOSYSTEM.items())
def test_ecosystem_list_pins_recent_versions(package: str, least: tuple[int, ...]) -> None:
    assert numbers(pinned("ecosystem.txt")[package]) >= least
    assert "pyicu" not in pinned("ecosystem.txt")


@pytest.mark.parametrize(("package", "least"), ECOSYSTEM.items())
def test_installed_ecosystem_packages_are_recent(package: str, least: tuple[int, ...]) -> None:
    try:
        installed = metadata.version(package)
    except metadata.PackageNotFoundError:
        pytest.skip(f"{package} is not installed: the ecosystem extra is not part of the default install")
    assert numbers(installed) >= least

"""What a stranger gets: the wheel, the commands, the documents that speak of them, and a quick start."""

import importlib.util
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, metadata
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from partnerline.bot.cli import main
from partnerline.knowledge.adapters.embedding.prepared import default_models_folder

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "partnerline"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])

CONTRACT = {
    "ingest": ["LIBRARY"],
    "ask": ["QUESTION", "--partner", "--as-of", "--json", "--batch"],
    "serve": [],
    "eval": ["--cases", "--library"],
    "doctor": [],
}
"""Each command and what can be given to it, besides `--home`."""

HEAVY = ("torch", "transformers", "sentence_transformers", "sklearn", "langchain")
"""What a process that answers never imports: seconds of start and hundreds of megabytes."""


def sources() -> list[Path]:
    """Every file of the package."""
    found = SOURCE.rglob("*")
    return sorted(path for path in found if path.is_file() and "__pycache__" not in path.parts)


def targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))


def commands_of(page: Path) -> Iterator[list[str]]:
    """What a page says in code: each line of its blocks, and each span."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```(?:sh|console|bash)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    spans = re.findall(
        r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    )
    for line in [*"\n".join(blocks).splitlines(), *spans]:
        if words := line.removeprefix("$ ").split("#")[0].split():
            yield words


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "--target",
        "wheel",
        "--directory",
        str(folder),
    ]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_wheel_holds_the_package_whole(wheel: zipfile.ZipFile) -> None:
    held = {name for name in wheel.namelist() if name.startswith("partnerline/")}
    expected = {path.relative_to(SOURCE.parent).as_posix() for path in sources()}

    assert held == expected
    for kind in (".html", ".css", ".json", ".mako", "versions/0001_record.py", "py.typed"):
        assert any(name.endswith(kind) for name in held)


def test_wheel_holds_nothing_else_but_its_papers(wheel: zipfile.ZipFile) -> None:
    others = [name for name in wheel.namelist() if not name.startswith("partnerline/")]

    assert all(re.match(r"partnerline-[^/]+\.dist-info/", name) for name in others)
    assert any(name.endswith("/LICENSE") for name in others)


def test_wheel_brings_the_program(wheel: zipfile.ZipFile) -> None:
    points = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))

    assert "partnerline = partnerline.bot.cli:main" in wheel.read(points).decode()


def test_help_lists_the_commands_of_the_contract() -> None:
    shown = CliRunner().invoke(main, ["--help"])

    assert shown.exit_code == 0
    assert set(CONTRACT) <= set(re.findall(r"^  ([a-z]+) ", shown.output, re.MULTILINE))


@pytest.mark.parametrize("command", CONTRACT)
def test_help_of_a_command_names_all_that_the_contract_gives_it(command: str) -> None:
    shown = CliRunner().invoke(main, [command, "--help"])

    assert shown.exit_code == 0
    assert [word for word in [*CONTRACT[command], "--home"] if word not in shown.output] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page_names_only_targets_and_commands_that_exist(page: Path) -> None:
    commands = main.list_commands(None)  # type: ignore[arg-type]  # it looks at no context
    for words in commands_of(page):
        named = next((word for word in words[1:] if re.fullmatch("[a-z-]+", word)), None)
        if words[0] == "make" and named:
            assert named in targets(), " ".join(words)
        if words[0] == "partnerline" and len(words) > 1 and words[1].isalpha():
            assert words[1] in commands, " ".join(words)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page_links_only_to_what_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#\s]+)", text) + re.findall(r"`(docs/[^`]+)`", text)

    for link in links:
        near, far = page.parent / link, ROOT / link
        assert "://" in link or near.exists() or far.exists(), link


def test_readme_names_the_two_commands() -> None:
    named = {" ".join(words[:2]) for words in commands_of(ROOT / "README.md")}

    assert {"make demo", "make test"} <= named


def test_ci_runs_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    assert script.splitlines()[-1].startswith("make test ")


def test_every_target_is_explained_or_internal() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    explained = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))

    assert targets() - explained == {"setup", "setup-dev"}


def test_scripts_that_make_starts_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    modules = re.findall(r"-m (scripts\.\w+)", makefile)

    assert modules
    assert [name for name in modules if importlib.util.find_spec(name) is None] == []


def test_constraints_are_exact_and_name_no_place() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]

    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", pin) for pin in pins)
    assert len({pin.split("==")[0].casefold() for pin in pins}) == len(pins)


def test_constraints_fulfil_every_requirement() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pins = {
        name.casefold().replace("_", "-"): version
        for name, version in re.findall(r"^([^#=\s]+)==(\S+)$", text, re.MULTILINE)
    }
    asked = [*PROJECT["dependencies"], *chain(*PROJECT["optional-dependencies"].values())]

    for requirement in map(Requirement, asked):
        version = pins.get(requirement.name.casefold())
        assert version, f"{requirement.name} is not in constraints.txt: make lock"
        assert version in requirement.specifier, f"{requirement} against {version}: make lock"


def test_constraints_run_on_the_oldest_python() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    pins = re.findall(r"^([^#=\s]+)==(\S+)$", text, re.MULTILINE)
    oldest = PROJECT["requires-python"].removeprefix(">=") + ".0"

    for name, version in pins:
        with suppress(PackageNotFoundError):  # not everything is needed on every machine
            about = metadata(name)
            if about["Version"] == version:
                assert oldest in SpecifierSet(about["Requires-Python"] or ""), name


def test_no_file_outgrows_300_lines() -> None:
    written = [path for path in sources() if path.suffix != ".json"]  # data, as it was fitted
    lengths = {path.relative_to(SOURCE): len(path.read_bytes().splitlines()) for path in written}

    assert {path: lines for path, lines in lengths.items() if lines > 300} == {}


ANSWER = """
import json, os, sys
from datetime import date
from pathlib import Path
from partnerline.bot.bootstrap import make_answerer, opened_index
from partnerline.bot.settings import load_settings
from partnerline.ingest.sync import sync
from partnerline.knowledge.model import Question

settings = load_settings(home=Path(sys.argv[1], "home"), library=Path(sys.argv[1], "library"))
with opened_index(settings) as opened:
    sync(settings.library, index=opened.index, embedder=opened.embedder)
    day = date(2026, 11, 23)
    answer = make_answerer(opened, settings).answer(
        Question(text="How long does the battery last?", as_of=day, asked_on=day)
    )
silent = os.environ.get("ORT_DISABLE_TELEMETRY") == "1"
print(json.dumps({"outcome": answer.outcome, "modules": sorted(sys.modules), "silent": silent}))
"""


def answered(folder: Path) -> dict[str, Any]:
    """What came of indexing and answering in a process of its own, whose home is `folder`."""
    (folder / "library").mkdir()
    (folder / "library" / "faq.md").write_text("# Battery\n\nThe battery lasts four hours.\n")
    ours = {
        name: value for name, value in os.environ.items() if not name.startswith("PARTNERLINE_")
    }
    ours.pop("ORT_DISABLE_TELEMETRY", None)
    ours |= {
        "HOME": str(folder),
        "XDG_CACHE_HOME": str(folder / ".cache"),
        "PARTNERLINE_MODELS": str(default_models_folder()),
    }
    # Preparing the model is what torch is for: it is done already, or by this.
    prepare = "from partnerline.bot.cli import main; main(['prepare'])"
    for code in (prepare, ANSWER):
        command = [sys.executable, "-c", code, str(folder)]
        done = subprocess.run(
            command, env=ours, cwd=folder, check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_process_that_answers_imports_nothing_that_only_prepares_or_fits(tmp_path: Path) -> None:
    found = answered(tmp_path)

    assert found["outcome"] in {"answered", "escalated"}
    assert [name for name in HEAVY if name in found["modules"]] == []


def test_process_that_answers_keeps_onnxruntime_from_reporting_to_its_maker(tmp_path: Path) -> None:
    assert answered(tmp_path)["silent"]

"""The image and its companions: what can be said of them without building them."""

import http.server
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from partnerline.bot.cli import main
from partnerline.bot.settings import Settings, load_settings

ROOT = Path(__file__).resolve().parents[1]
Instruction = tuple[str, str]

SETTINGS = {f"PARTNERLINE_{name.upper()}" for name in Settings.model_fields}
OF_THE_SETUP = {"PARTNERLINE_TORCH_INDEX"}


def stages() -> dict[str, list[Instruction]]:
    """The Dockerfile's stages, by name; the last is `""`, and so are the lines before the first."""
    text = re.sub(
        r"\\\n",
        " ",
        re.sub(r"^\s*#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE),
    )
    found: dict[str, list[Instruction]] = {}
    name = "before"
    for line in filter(None, map(str.strip, text.splitlines())):
        word, rest = line.split(maxsplit=1)
        if word == "FROM":
            name = rest.split(" AS ")[1] if " AS " in rest else ""
        found.setdefault(name, []).append((word, rest))
    return found


def last(word: str, stage: str = "") -> str:
    return [rest for found, rest in stages()[stage] if found == word][-1]


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
    return found


def services() -> list[Any]:
    return [pytest.param(service, id=name) for name, service in compose()["services"].items()]


def test_image_that_runs_is_made_of_stages_without_torch() -> None:
    made_of = {"program", "dependencies"}
    copied = re.findall(r"--from=(\S+) (\S+)", " ".join(rest for _, rest in stages()[""]))

    assert copied == [("program", "/opt/partnerline"), ("model", "/models")]
    assert last("FROM", "program") == "dependencies AS program"
    for stage in made_of:
        commands = " ".join(rest for word, rest in stages()[stage] if word == "RUN")
        assert "torch" not in commands
        assert "requirements.py models" not in commands


def test_requirements_of_the_running_image_name_no_torch() -> None:
    script = [sys.executable, "scripts/requirements.py"]
    program = subprocess.run(script, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    models = subprocess.run(
        [*script, "models"], cwd=ROOT, check=True, capture_output=True, text=True
    )

    assert "onnxruntime" in program
    assert not re.search(r"^(torch|sentence-transformers|scikit-learn)", program, re.MULTILINE)
    assert re.search("^torch", models.stdout, re.MULTILINE)


def test_image_runs_as_an_ordinary_user() -> None:
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", last("USER"))


def test_image_starts_the_program_itself_so_that_it_hears_the_stop_signal() -> None:
    program, command, *options = json.loads(last("CMD"))

    assert program == "partnerline"
    shown = CliRunner().invoke(main, [command, "--help"])
    assert shown.exit_code == 0
    assert all(option in shown.output for option in options if option.startswith("--"))


def test_state_and_only_state_is_a_volume() -> None:
    assert last("VOLUME") == "/state"
    assert "PARTNERLINE_HOME=/state" in last("ENV")


def test_what_the_image_copies_passes_the_ignore_file() -> None:
    allowed = [
        line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line[:1] == "!"
    ]
    copies = [rest for stage in stages().values() for word, rest in stage if word == "COPY"]
    sources = {name for rest in copies if "--from" not in rest for name in rest.split()[:-1]}

    assert sources
    for name in sources:
        assert (ROOT / name).exists()
        assert any(fnmatch(name, pattern) for pattern in allowed)


def test_environment_file_never_reaches_the_builder() -> None:
    lines = (ROOT / ".dockerignore").read_text().splitlines()

    assert next(line for line in lines if line and line[0] != "#") == "*"
    assert not any(fnmatch(".env", line[1:]) for line in lines if line[:1] == "!")


@pytest.mark.parametrize("file", ["Dockerfile", "compose.yaml", ".env.example"])
def test_every_setting_that_is_named_exists(file: str) -> None:
    named = set(re.findall(r"PARTNERLINE_[A-Z_]+", (ROOT / file).read_text()))

    assert named
    assert named <= SETTINGS | OF_THE_SETUP


def test_every_setting_is_in_the_example() -> None:
    named = re.findall(
        r"^#?(PARTNERLINE_[A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE
    )

    assert len(named) == len(set(named))
    # Slack's own address is only ever another in tests.
    assert set(named) == (SETTINGS | OF_THE_SETUP) - {"PARTNERLINE_SLACK_API_URL"}


def test_example_sets_nothing_until_it_is_edited() -> None:
    lines = (ROOT / ".env.example").read_text().splitlines()

    assert [line for line in lines if line and not line.startswith("#")] == []


def test_setting_that_is_left_empty_counts_as_not_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("PARTNERLINE_SLACK_BOT_TOKEN=\nPARTNERLINE_PORT=\n")
    monkeypatch.setenv("PARTNERLINE_CONSOLE_TOKEN", "")

    settings = load_settings()

    assert settings.slack_bot_token is None
    assert settings.console_token is None
    assert settings.port == 8080


@contextmanager
def answering(status: int, asked: list[str]) -> Iterator[int]:
    """A server whose every answer has this status; gives its port."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(status)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Says nothing."""

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(("status", "code"), [(200, 0), (503, 1)])
def test_health_check_tells_a_well_console_from_an_unwell_one(status: int, code: int) -> None:
    _, _, command = last("HEALTHCHECK").partition("CMD ")
    _, *arguments = json.loads(command)
    asked: list[str] = []

    with answering(status, asked) as port:
        environment = {
            **os.environ,
            "PARTNERLINE_PORT": str(port),
            "http_proxy": "http://127.0.0.1:9",
        }
        done = subprocess.run([sys.executable, *arguments], env=environment, check=False)

    assert done.returncode == code
    assert asked == ["/health"]


@pytest.mark.parametrize("service", services())
def test_every_image_has_a_version(service: dict[str, Any]) -> None:
    _, _, tag = service["image"].partition(":")

    assert re.match(r"\d", tag)


def test_chroma_server_has_the_version_of_its_client() -> None:
    pinned = re.search(r"^chromadb==(\S+)", (ROOT / "constraints.txt").read_text(), re.MULTILINE)
    assert pinned

    assert compose()["services"]["chroma"]["image"] == f"chromadb/chroma:{pinned[1]}"


def test_only_the_console_is_reachable_and_only_from_this_machine() -> None:
    published = {name: s["ports"] for name, s in compose()["services"].items() if "ports" in s}

    assert list(published) == ["partnerline"]
    assert all(port.startswith("127.0.0.1:") for port in published["partnerline"])


def test_bot_waits_until_what_it_needs_is_well() -> None:
    found = compose()["services"]
    needs = found["partnerline"]["depends_on"]

    assert set(needs) == {"postgres", "chroma"}
    for name, need in needs.items():
        assert need["condition"] == "service_healthy"
        assert found[name]["healthcheck"]["test"][0] == "CMD"


def test_no_password_is_made_up() -> None:
    assert (
        re.findall(r"\$\{POSTGRES_PASSWORD(.{2})", (ROOT / "compose.yaml").read_text())
        == [":?"] * 2
    )


@pytest.mark.parametrize("service", services())
def test_what_a_service_keeps_outlives_its_container(service: dict[str, Any]) -> None:
    kept = [volume.split(":")[0] for volume in service["volumes"] if isinstance(volume, str)]

    assert kept
    assert set(kept) <= set(compose()["volumes"])


def test_documents_are_mounted_where_the_image_looks_and_cannot_be_changed() -> None:
    mount = next(v for v in compose()["services"]["partnerline"]["volumes"] if isinstance(v, dict))

    assert mount["read_only"] is True
    assert f"PARTNERLINE_LIBRARY={mount['target']}" in last("ENV")

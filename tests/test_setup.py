"""The set-up: quick where nothing changed, thorough where something did, never trusting what is half made."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from scripts import setup

PROJECT = '[project]\nname = "partnerline"\n[build-system]\nrequires = []\n[tool.ruff]\nline-length = 100\n'


class Killed(BaseException):
    """The process ends here."""


class Steps:
    """Stands in for the commands: remembers them, and dies at the one that is named."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.dies_at: str | None = None

    def __call__(self, title: str, command: Sequence[str | Path], venv: Path) -> None:
        self.done.append(title.split(" with ", maxsplit=1)[0])
        if "venv" in command:
            (venv / "bin").mkdir()
            (venv / "bin" / "python").symlink_to(sys.executable)
        if self.dies_at and title.startswith(self.dies_at):
            raise Killed

    def since(self) -> list[str]:
        done, self.done = self.done, []
        return done


ALL = ["Making .venv", "Installing Partnerline", "Preparing the model"]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return checkout(tmp_path / "a checkout", monkeypatch)


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Steps:
    found = Steps()
    monkeypatch.setattr(setup, "step", found)
    monkeypatch.delenv(setup.TORCH_INDEX, raising=False)
    return found


def checkout(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Makes `root` the folder that is set up."""
    root.mkdir(exist_ok=True)
    (root / "pyproject.toml").write_text(PROJECT)
    (root / "constraints.txt").write_text("torch==2.13.0\n")
    for name, path in {
        "ROOT": root,
        "VENV": root / ".venv",
        "UNFINISHED": root / ".venv/.unfinished",
        "STAMP": root / ".venv/.ready.json",
        "CONSTRAINTS": root / "constraints.txt",
    }.items():
        monkeypatch.setattr(setup, name, path)
    return root


def test_second_run_starts_nothing(root: Path, steps: Steps) -> None:
    setup.make_ready("run")
    assert steps.since() == ALL

    setup.make_ready("run")
    assert steps.since() == []


def test_what_tests_need_is_enough_for_the_demo(root: Path, steps: Steps) -> None:
    setup.make_ready("dev")
    steps.since()

    setup.make_ready("run")
    assert steps.since() == []


def test_tests_add_to_what_the_demo_made(root: Path, steps: Steps) -> None:
    setup.make_ready("run")
    steps.since()

    setup.make_ready("dev")
    assert steps.since() == ALL[1:]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("constraints.txt", "torch==2.14.0\n"),
        ("pyproject.toml", PROJECT.replace("requires = []", 'requires = ["hatchling"]')),
    ],
)
def test_changed_requirement_is_installed_into_what_is_there(
    root: Path, steps: Steps, file: str, text: str
) -> None:
    setup.make_ready("dev")
    steps.since()

    (root / file).write_text(text)
    setup.make_ready("run")
    assert steps.since() == ALL[1:]

    setup.make_ready("dev")
    assert steps.since() == []


def test_changed_setting_of_a_tool_installs_nothing(root: Path, steps: Steps) -> None:
    setup.make_ready("run")
    steps.since()

    (root / "pyproject.toml").write_text(PROJECT.replace("100", "90"))
    setup.make_ready("run")
    assert steps.since() == []


@pytest.mark.parametrize("moment", ALL)
def test_after_a_kill_everything_is_made_anew(root: Path, steps: Steps, moment: str) -> None:
    steps.dies_at = moment
    with pytest.raises(Killed):
        setup.make_ready("run")
    (root / ".venv" / "left over").touch()
    steps.dies_at = None
    steps.since()

    setup.make_ready("run")
    assert steps.since() == ALL
    assert not (root / ".venv" / "left over").exists()


def test_kill_during_an_update_is_not_taken_for_the_state_before(root: Path, steps: Steps) -> None:
    setup.make_ready("run")
    (root / "constraints.txt").write_text("torch==2.14.0\n")
    steps.dies_at = "Installing"
    with pytest.raises(Killed):
        setup.make_ready("run")
    (root / "constraints.txt").write_text("torch==2.13.0\n")
    steps.dies_at = None
    steps.since()

    setup.make_ready("run")
    assert steps.since() == ALL


def test_folder_that_was_moved_gets_a_new_environment(
    root: Path, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    setup.make_ready("run")
    checkout(root.rename(root.with_name("elsewhere")), monkeypatch)
    steps.since()

    setup.make_ready("run")
    assert steps.since() == ALL


def test_environment_whose_python_is_gone_is_made_anew(root: Path, steps: Steps) -> None:
    setup.make_ready("run")
    (root / ".venv/bin/python").unlink()
    steps.since()

    setup.make_ready("run")
    assert steps.since() == ALL


def test_torch_comes_from_the_index_that_is_named(
    root: Path, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(setup.TORCH_INDEX, "file:///an/index")

    setup.make_ready("run")
    assert steps.since() == [ALL[0], "Installing torch from PARTNERLINE_TORCH_INDEX", *ALL[1:]]


def test_old_python_is_named_with_its_mend() -> None:
    with pytest.raises(
        setup.SetupFailed, match=r"3\.11 or newer is needed.* is 3\.9.*make PYTHON="
    ):
        setup.require_python((3, 9))


def test_python_without_ensurepip_is_named_with_its_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "ensurepip" else 1)

    with pytest.raises(
        setup.SetupFailed, match=r"lacks its module ensurepip.*apt-get install python3-venv"
    ):
        setup.require_venv()


def test_command_that_fails_shows_its_last_lines(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "print('all the reasons'); raise SystemExit(3)"]

    with pytest.raises(setup.SetupFailed, match="Trying failed with exit code 3:\nall the reasons"):
        setup.step("Trying", command, tmp_path)


def test_lock_keeps_versions_and_nothing_of_the_machine() -> None:
    found = ["torch==2.13.0+cpu", "nvidia-nccl-cu13==2.29", "Jinja2==3.1.6", "attrs==26.1.0"]

    assert setup.exact(found) == ["attrs==26.1.0\n", "Jinja2==3.1.6\n", "torch==2.13.0\n"]

"""`partnerline install-link`, and what `doctor` says of the workspaces beside the home."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from click.testing import CliRunner, Result
from cryptography.fernet import Fernet
from pydantic import SecretStr

from partnerline.bot.checkup import Finding, checkup
from partnerline.bot.cli import main
from partnerline.bot.settings import Settings
from partnerline.bot.sharing import opened_beyond, opened_installations
from partnerline.knowledge.ports.installations import Installed

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


def run(home: Path, *arguments: str, **environment: str) -> Result:
    given = {f"PARTNERLINE_{name.upper()}": value for name, value in environment.items()}
    return CliRunner().invoke(main, ["--home", str(home), "install-link", *arguments], env=given)


def settings(home: Path, keys: str) -> Settings:
    return Settings(_env_file=None, home=home, encryption_key=SecretStr(keys))


def keep(home: Path, keys: str, team: str, *, ended: bool = False) -> None:
    now = datetime.now(UTC)
    with opened_installations(settings(home, keys)) as installations:
        assert installations is not None
        installations.keep(
            Installed(team=team, name=team, bot_user="U1", by="U2", at=now, token="xoxb-1")
        )
        if ended:
            installations.end(team, now)


def said(home: Path, keys: str) -> list[Finding]:
    return [f for f in checkup(settings(home, keys)) if f.what == "Slack"][-1:]


def test_a_link_is_good_for_what_the_server_reads(tmp_path: Path) -> None:
    result = run(tmp_path, encryption_key=NEW, public_url="https://partnerline.example.com/")
    assert result.exit_code == 0
    link = urlsplit(result.stdout.strip())
    assert (link.netloc, link.path) == ("partnerline.example.com", "/slack/install")
    with opened_installations(settings(tmp_path, NEW)) as installations:
        assert installations is not None
        assert installations.holds(parse_qs(link.query)["ticket"][0], datetime.now(UTC))


def test_what_lacks_is_said_and_a_key_can_be_made(tmp_path: Path) -> None:
    key = run(tmp_path, "--new-key").stdout.strip()
    assert Fernet(key)
    nowhere = run(tmp_path, encryption_key=key)
    keyless = run(tmp_path, public_url="https://partnerline.example.com")
    wrong = run(tmp_path, public_url="https://partnerline.example.com", encryption_key="a secret")
    assert "PARTNERLINE_PUBLIC_URL" in nowhere.output
    assert "PARTNERLINE_ENCRYPTION_KEY" in keyless.output
    assert "a secret" not in wrong.output
    assert [r.exit_code for r in (nowhere, keyless, wrong)] == [2, 2, 2]


def test_doctor_counts_workspaces_and_misses_a_key(tmp_path: Path) -> None:
    keep(tmp_path, OLD, "T1")
    keep(tmp_path, OLD, "T2", ended=True)
    (counted,), (lost,) = said(tmp_path, OLD), said(tmp_path, NEW)
    assert (counted.state, counted.says) == ("ok", "installed in 1 more workspaces, ended in 1")
    assert (lost.state, lost.says) == ("wrong", "no key reads the tokens of T1")


def test_a_start_moves_every_token_to_the_newest_key(tmp_path: Path) -> None:
    keep(tmp_path, OLD, "T1")
    with opened_beyond(settings(tmp_path, f"{NEW},{OLD}")) as beyond:
        assert beyond.replicas is None, "a file in a home belongs to one process"
    (found,) = said(tmp_path, NEW)
    assert found.state == "ok"

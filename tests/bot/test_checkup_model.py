"""What `doctor` says of the language model; nothing is sent to one."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from partnerline.bot.checkup import Finding, checkup
from partnerline.bot.settings import Settings
from partnerline.knowledge.adapters.generation.packages import package_of, provider_of


@pytest.fixture(autouse=True)
def _bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)


def look(**given: object) -> Finding:
    findings = checkup(Settings(_env_file=None, **given))  # type: ignore[arg-type]  # read as from the environment
    return next(one for one in findings if one.what == "Language model")


def test_no_model_is_a_hint() -> None:
    found = look()
    assert found.state == "hint"
    assert "PARTNERLINE_MODEL" in found.mend


def test_a_model_without_provider_is_wrong() -> None:
    found = look(model="gpt-example")
    assert (found.state, "provider:name" in found.mend) == ("wrong", True)


def test_a_missing_package_is_named_with_its_command() -> None:
    found = look(model="nosuchone:model", model_api_key=SecretStr("k"))
    assert found.state == "wrong"
    assert "pip install 'partnerline[llm]' langchain-nosuchone" in found.mend


def test_a_missing_key_is_named_with_its_variables() -> None:
    found = look(model="openai:gpt-example")
    assert found.state == "wrong"
    assert "PARTNERLINE_MODEL_API_KEY, or OPENAI_API_KEY" in found.mend


def test_the_providers_own_variable_is_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "k")
    assert look(model="anthropic:claude-example").state == "ok"


def test_a_model_that_is_ready_is_named_and_its_key_is_not() -> None:
    found = look(model="openai:gpt-example", model_api_key=SecretStr("sk-secret"))
    assert found.state == "ok"
    assert "openai:gpt-example" in found.says
    assert "sk-secret" not in f"{found.says}{found.mend}"


@pytest.mark.parametrize(
    ("model", "provider", "package"),
    [
        ("openai:gpt-example", "openai", "langchain-openai"),
        ("google_genai:gemini-example", "google_genai", "langchain-google-genai"),
        ("google-genai:gemini-example", "google_genai", "langchain-google-genai"),
        ("ollama:llama:8b", "ollama", "langchain-ollama"),
    ],
)
def test_a_models_provider_tells_its_package(model: str, provider: str, package: str) -> None:
    assert provider_of(model) == provider
    assert package_of(provider) == package


@pytest.mark.parametrize("model", ["gpt-example", ":x", "openai:", ""])
def test_a_name_without_provider_has_none(model: str) -> None:
    assert provider_of(model) is None

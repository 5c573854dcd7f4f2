"""Every setting, read once from the environment and from a `.env` file."""

from datetime import timedelta
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from partnerline.knowledge.adapters.embedding.prepared import default_models_folder
from partnerline.knowledge.errors import SettingsError


class Settings(BaseSettings):
    """What can be set; each field is `PARTNERLINE_` and its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix="PARTNERLINE_",
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    home: Path = Field(
        default=Path(".partnerline"), description="Folder of all state of the embedded default."
    )
    library: Path = Field(default=Path("library"), description="Folder of the vendor's documents.")
    models: Path = Field(
        default_factory=default_models_folder,
        description="Folder of prepared embedding models, shared by homes.",
    )
    cases: Path = Field(default=Path("evals/cases"), description="Folder or file of eval cases.")
    database_url: SecretStr | None = Field(
        default=None,
        description="PostgreSQL for index, record and durable work; SQLite in the home without it.",
    )
    chroma_url: str | None = Field(
        default=None, description="A Chroma server; embedded in the home without it."
    )
    embedding_model: str = Field(
        default="all-MiniLM-L6-v2",
        description="Any sentence-transformers model, by name or folder.",
    )
    reranker: str | None = Field(
        default=None,
        description="A sentence-transformers cross-encoder that orders what was found, by name or folder.",
    )
    model: str | None = Field(
        default=None,
        description='Language model that words answers, as "provider:name"; quoted without one.',
    )
    model_api_key: SecretStr | None = Field(
        default=None, description="Its key; the provider's own variable without it."
    )
    model_base_url: str | None = Field(
        default=None, description="Its address, where it isn't the provider's own."
    )
    model_seconds: float = Field(
        default=20, gt=0, description="How long a rep waits for it; then the answer is quoted."
    )
    model_languages: str = Field(
        default="de fr es it",
        description="Languages other than the library's that it may answer in, by their ISO 639-1 codes.",
    )
    answer_threshold: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description="Least confidence to answer with; the fitted one without it.",
    )
    sync_seconds: float = Field(
        default=60, ge=0, description="How often `serve` looks for changed documents; 0 for never."
    )
    corrections_days: int = Field(
        default=14,
        ge=0,
        description="How long after it was told a figure or rule that has changed is corrected; 0 for never.",
    )
    digest: bool = Field(
        default=True,
        description="Offer a digest of what changed in the library to the partners' channels.",
    )
    vendor: str = Field(
        default="",
        description="The vendor's name, as pages and quotes show it; without one, library.yaml's.",
    )
    host: str = Field(default="127.0.0.1", description="Address that `serve` listens on.")
    port: int = Field(default=8080, ge=0, le=65535, description="Port that `serve` listens on.")
    console_token: SecretStr | None = Field(
        default=None,
        description="Token to log in to the console; `serve` makes and prints one without it.",
    )
    console_session: timedelta = Field(
        default=timedelta(hours=12), description="How long a console login lasts."
    )
    secure_cookies: bool = Field(
        default=False, description="Send the console's cookies over HTTPS only."
    )
    slack_bot_token: SecretStr | None = Field(default=None, description="The bot's token, xoxb-…")
    slack_signing_secret: SecretStr | None = Field(
        default=None, description="For events over HTTP."
    )
    slack_app_token: SecretStr | None = Field(default=None, description="For Socket Mode, xapp-…")
    slack_managers_channel: str | None = Field(
        default=None, description="Id of the channel for escalations."
    )
    slack_client_id: str | None = Field(
        default=None, description="For installs in more workspaces, with the next three."
    )
    slack_client_secret: SecretStr | None = Field(default=None, description="Its secret.")
    encryption_key: SecretStr | None = Field(
        default=None,
        description="Encrypts other workspaces' tokens; several separated by commas, the newest first.",
    )
    public_url: str | None = Field(
        default=None, description="Where browsers reach this server, https://…"
    )
    replica: str = Field(
        default="", description="This replica's name on a shared PostgreSQL; the host's without it."
    )
    rep_per_minute: int = Field(
        default=12,
        ge=0,
        description="Questions that a rep may ask in a minute in Slack; 0 for any.",
    )
    partner_per_minute: int = Field(
        default=60,
        ge=0,
        description="Questions that a partner's reps may ask in a minute in Slack; 0 for any.",
    )
    slack_api_url: str = Field(
        default="https://slack.com/api/", description="Slack's API; another in tests."
    )


def load_settings(**given: object) -> Settings:
    """The settings, with what was given on the command line before the environment.

    Raises `SettingsError` naming each setting that is wrong.
    """
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        wrong = "; ".join(
            f"PARTNERLINE_{'_'.join(map(str, e['loc'])).upper()}: {e['msg']}"
            for e in error.errors()
        )
        raise SettingsError(
            f"A setting is wrong: {wrong}. Mend it in the environment or in .env."
        ) from error

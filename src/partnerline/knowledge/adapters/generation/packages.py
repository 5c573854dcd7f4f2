"""Which package reaches a model's provider."""

from importlib.util import find_spec

_PACKAGES = {
    "openai": "langchain-openai", "azure_openai": "langchain-openai", "anthropic": "langchain-anthropic",
    "google_genai": "langchain-google-genai", "google_vertexai": "langchain-google-vertexai", "mistralai": "langchain-mistralai",
    "ollama": "langchain-ollama", "bedrock": "langchain-aws", "bedrock_converse": "langchain-aws", "cohere": "langchain-cohere",
    "groq": "langchain-groq", "deepseek": "langchain-deepseek", "xai": "langchain-xai", "together": "langchain-together",
    "fireworks": "langchain-fireworks", "ibm": "langchain-ibm", "nvidia": "langchain-nvidia-ai-endpoints",
    "openrouter": "langchain-openrouter", "litellm": "langchain-litellm", "huggingface": "langchain-huggingface",
    "perplexity": "langchain-perplexity", "upstage": "langchain-upstage",
}  # fmt: skip
KEYLESS = frozenset({"ollama", "bedrock", "bedrock_converse", "google_vertexai", "huggingface"})
"""Providers that need no key, or find it by their platform's own means."""
_KEY_NAMES = {"google_genai": "GOOGLE_API_KEY", "mistralai": "MISTRAL_API_KEY", "azure_openai": "AZURE_OPENAI_API_KEY"}  # fmt: skip


def provider_of(model: str) -> str | None:
    """The provider a model's name begins with, as in "openai:gpt-5-mini"; `None` where it names none."""
    provider, mark, name = model.partition(":")
    return provider.replace("-", "_").casefold() if mark and provider and name else None


def package_of(provider: str) -> str:
    """The package to install for a provider."""
    return _PACKAGES.get(provider, f"langchain-{provider.replace('_', '-')}")


def is_installed(provider: str) -> bool:
    """Whether langchain and the provider's package are there; neither is imported."""
    modules = ("langchain", package_of(provider).replace("-", "_"))
    return all(find_spec(module) is not None for module in modules)


def key_variable(provider: str) -> str:
    """The environment variable the provider's own package takes its key from."""
    return _KEY_NAMES.get(provider, f"{provider.upper()}_API_KEY")

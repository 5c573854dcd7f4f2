"""The judge of `partnerline eval --judge`: the language model that is set, or another one."""

from dataclasses import asdict

from partnerline.bot.settings import Settings
from partnerline.evals.judging import Judge, JudgeTask, careful
from partnerline.knowledge.errors import SettingsError


def make_judge(settings: Settings, model: str | None = None) -> Judge:
    """A judge by `model`, as "provider:name", or by the model that is set; raises `SettingsError` where none is.

    Another one than the model that words the answers is the better judge of them.
    """
    name = model or settings.model
    if name is None:
        raise SettingsError(
            "No language model is set to judge with. Name one by --judge-model or PARTNERLINE_MODEL."
        )
    from partnerline.knowledge.adapters.generation.judge import ChatJudge
    from partnerline.knowledge.adapters.generation.streaming import Patience

    key = settings.model_api_key
    chat = ChatJudge(
        name,
        api_key=key.get_secret_value() if key else None,
        base_url=settings.model_base_url,
        patience=Patience.of(settings.model_seconds),
    )

    def asks(task: JudgeTask) -> tuple[object, object]:
        return chat.opinion(asdict(task))

    return careful(asks)

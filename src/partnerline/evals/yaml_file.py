"""A YAML file in which nothing is silently lost."""

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from partnerline.knowledge.errors import CasesError


class _NothingTwice(yaml.SafeLoader):
    """Refuses a key that stands twice in one mapping, where YAML's own loader keeps the last and says nothing."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - the loader's own signature
        """The mapping, or an error naming the key and its line."""
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue
            if key.value in seen:
                problem = f"the key {key.value!r} stands twice"
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def read_yaml(path: Path) -> object:
    """What the file says, by YAML's safe types; `None` where it is empty."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_NothingTwice)  # noqa: S506 - a safe loader, made stricter
    except OSError as error:
        raise CasesError(
            f"{path}: can't be read. Give a file or folder that is there and readable."
        ) from error
    except UnicodeDecodeError as error:
        raise CasesError(f"{path}: isn't UTF-8. Save it as UTF-8.") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise CasesError(
            f"{path}, line {line}: {error.problem or 'not YAML'}. Mend the YAML there."
        ) from error
    except yaml.YAMLError as error:
        raise CasesError(f"{path}: not YAML. Remove what isn't text.") from error

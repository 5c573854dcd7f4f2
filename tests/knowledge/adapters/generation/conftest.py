from collections.abc import Iterator

import pytest
from tests.provider.server import Provider, provider


@pytest.fixture
def server() -> Iterator[Provider]:
    with provider() as one:
        yield one

"""A visitor who reads pages and fills in forms, without a browser."""

import asyncio
from types import TracebackType
from typing import Self

import httpx
from bs4 import BeautifulSoup, Tag
from fastapi import FastAPI


class _InProcess(httpx.BaseTransport):
    """Brings requests to an application in this process."""

    def __init__(self, app: FastAPI) -> None:
        self._app = httpx.ASGITransport(app, raise_app_exceptions=False)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        async def pass_on() -> httpx.Response:
            response = await self._app.handle_async_request(request)
            return httpx.Response(
                response.status_code, headers=response.headers, content=await response.aread()
            )

        return asyncio.run(pass_on())


class Visitor:
    """Keeps cookies, follows redirects and sends only what the last page's forms hold."""

    def __init__(self, app: FastAPI) -> None:
        self.http = httpx.Client(
            transport=_InProcess(app), base_url="http://console.test", follow_redirects=True
        )
        self.response = httpx.Response(200)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.http.close()

    @property
    def page(self) -> BeautifulSoup:
        """The page in front of the visitor."""
        return BeautifulSoup(self.response.text, "lxml")

    @property
    def text(self) -> str:
        """What there is to read, with single spaces."""
        return " ".join(self.page.get_text(" ").split())

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def path(self) -> str:
        return self.response.url.path

    def open(self, path: str, **headers: str) -> Self:
        self.response = self.http.get(path, headers=headers)
        return self

    def form(self, action: str) -> dict[str, str]:
        """The fields of the page's first form to that address, as they stand."""
        form = self.page.find("form", action=action)
        assert isinstance(form, Tag), f"no form to {action} on {self.path}"
        fields = {i["name"]: i.get("value", "") for i in form.find_all("input") if i.get("name")}
        fields |= {t["name"]: t.get_text() for t in form.find_all("textarea")}
        for select in form.find_all("select"):
            chosen = select.find("option", selected=True) or select.find("option")
            fields[select["name"]] = chosen["value"]
        return {str(name): str(value) for name, value in fields.items()}

    def fill(self, action: str, **fields: str) -> Self:
        """Sends the page's form to that address, with these fields filled in."""
        return self.post(action, self.form(action) | fields)

    def post(self, path: str, fields: dict[str, str], **headers: str) -> Self:
        """Sends fields to an address, whatever the page holds."""
        self.response = self.http.post(path, data=fields, headers=headers)
        return self

    def log_in(self, token: str) -> Self:
        return self.open("/login").fill("/login", token=token)

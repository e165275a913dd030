"""A Chromium without a window, spoken to over a pipe: no driver, no port, no network.

``BROWSER_TESTS=required`` (set by ``.ci/run`` and ``make browser``) makes a missing browser a failure; elsewhere the
tests that need one are skipped and say so. ``CHROMIUM`` names another program, ``AXE_CORE`` the file ``axe.min.js``.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_PATIENCE = 120
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_KEYS = {"Tab": (9, ""), "Enter": (13, "\r"), " ": (32, " "), "Home": (36, ""), "End": (35, ""), "ArrowDown": (40, "")}


def missing(what: str) -> None:
    """Skip the test, or fail it where the browser has to be there."""
    if os.environ.get("BROWSER_TESTS") == "required":
        pytest.fail(f"{what}, and BROWSER_TESTS says these tests have to run")
    pytest.skip(f"{what}; 'make browser' says what is needed")


def chromium() -> str:
    """The program to start."""
    named = os.environ.get("CHROMIUM")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, _NAMES)), None)
    return found or missing("there is no Chromium on this machine") or ""


def axe_source() -> str:
    """The text of axe-core."""
    file = os.environ.get("AXE_CORE", "")
    return Path(file).read_text(encoding="utf-8") if file else missing("AXE_CORE does not name axe.min.js") or ""


class Page:
    """A page that is open."""

    def __init__(self, browser: Browser, session: str) -> None:
        self.browser, self.session = browser, session
        self.complaints: list[str] = []

    def send(self, method: str, **params: Any) -> Any:
        """Do something by the DevTools protocol."""
        return self.browser.send(method, params, self)

    def run(self, expression: str) -> Any:
        """The value of an expression of JavaScript; a promise is waited for."""
        answer = self.send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise AssertionError(json.dumps(answer["exceptionDetails"])[:2000])
        return answer["result"].get("value")

    def open(self, file: Path, width: int = 1280, height: int = 900, *, script: bool = True, **media: str) -> Page:
        """Load a file at a width in CSS pixels; ``media`` are features such as prefers_color_scheme="dark"."""
        features = [{"name": name.replace("_", "-"), "value": value} for name, value in media.items()]
        self.send("Emulation.setEmulatedMedia", features=features)
        self.send("Emulation.setScriptExecutionDisabled", value=not script)
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        self.browser.loaded = False
        self.send("Page.navigate", url=file.resolve().as_uri())
        self.browser.wait_until_loaded()
        return self

    def press(self, key: str) -> None:
        """Press a key as a person does; a letter is typed."""
        code, text = _KEYS.get(key, (ord(key[0].upper()), key))
        shared = {"key": key, "windowsVirtualKeyCode": code}
        self.send("Input.dispatchKeyEvent", type="keyDown", **shared, **({"text": text} if text else {}))
        self.send("Input.dispatchKeyEvent", type="keyUp", **shared)

    def picture(self, file: Path, *, whole: bool = False) -> None:
        """Write what is seen, or the whole page, as PNG."""
        data = self.send("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        file.write_bytes(base64.b64decode(data))

    def pdf(self) -> bytes:
        """The page as it is printed."""
        return base64.b64decode(self.send("Page.printToPDF", printBackground=True, preferCSSPageSize=True)["data"])


class Browser:
    """The program, and the words that go to and fro: one JSON text after another, each ended by a zero byte."""

    def __init__(self, process: subprocess.Popen[bytes], to: int, answers: int) -> None:
        self.process, self.to, self.answers = process, to, answers
        self.count, self.rest, self.loaded = 0, b"", False
        self.pages: dict[str, Page] = {}

    def send(self, method: str, params: dict[str, Any], page: Page | None = None) -> Any:
        self.count += 1
        number = self.count
        message = {"id": number, "method": method, "params": params}
        os.write(self.to, json.dumps(message | ({"sessionId": page.session} if page else {})).encode() + b"\0")
        while (answer := self._next()).get("id") != number:
            self._hear(answer)
        assert "error" not in answer, (method, answer["error"])
        return answer["result"]

    def page(self) -> Page:
        target = self.send("Target.createTarget", {"url": "about:blank"})["targetId"]
        session = self.send("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        page = self.pages[session] = Page(self, session)
        for domain in ("Page", "Runtime", "Log"):
            page.send(f"{domain}.enable")
        return page

    def wait_until_loaded(self) -> None:
        while not self.loaded:
            self._hear(self._next())

    def _hear(self, event: dict[str, Any]) -> None:
        """Note that a page has loaded, and what the browser complains of."""
        page, said = self.pages.get(event.get("sessionId", "")), event.get("params", {})
        if event.get("method") == "Page.loadEventFired":
            self.loaded = True
        elif page and event.get("method") == "Runtime.exceptionThrown":
            page.complaints.append(said["exceptionDetails"].get("text", "an exception"))
        elif page and event.get("method") == "Log.entryAdded" and said["entry"]["level"] in ("error", "warning"):
            page.complaints.append(said["entry"]["text"])

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self.rest:
            ready, _, _ = select.select([self.answers], [], [], _PATIENCE)
            data = os.read(self.answers, 1 << 20) if ready else b""
            assert data, "Chromium has ended" if ready else f"Chromium said nothing for {_PATIENCE} seconds"
            self.rest += data
        text, _, self.rest = self.rest.partition(b"\0")
        return dict(json.loads(text))


@contextmanager
def started(folder: Path) -> Iterator[Browser]:
    """Chromium with a profile of its own in ``folder``, ended afterwards."""
    program = chromium()
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    process = subprocess.Popen(
        [
            "bash", "-c", f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}', "-", program, "--headless=new",
            "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--no-default-browser-check", "--hide-scrollbars", "--lang=en-GB", f"--user-data-dir={folder}",
            "about:blank",
        ],
        pass_fds=(theirs_in, theirs_out), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        yield Browser(process, ours_out, ours_in)
    finally:
        os.close(ours_out)
        os.close(ours_in)
        process.terminate()
        process.wait(20)

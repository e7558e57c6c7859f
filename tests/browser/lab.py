"""A JupyterLab of its own for tests: own settings, own folders, no token, on this machine only."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from explainer.lessons.lab import CALM

SETTINGS = {
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}
TESTS_KERNEL = {"name": "tests", "display_name": "Python of the tests"}
START = "import sys; sys.modules['rfc3987_syntax'] = None; from {} import main; main()"
LAB, NOTEBOOK_7 = "jupyterlab.labapp", "notebook.app"


@contextmanager
def jupyter_lab(root: Path, state: Path, python: str = sys.executable, app: str = LAB) -> Iterator[str]:
    """Serve a folder in the JupyterLab or the Notebook 7 of an environment; yields its address.

    ``state`` holds settings and everything it writes. A notebook with ``TESTS_KERNEL`` runs in the
    environment of the tests.
    """
    for name, values in SETTINGS.items():
        file = state / "settings" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))
    port = free_port()
    options = ["--no-browser", "--ip=127.0.0.1", f"--port={port}", "--ServerApp.port_retries=0", "--allow-root",
               "--IdentityProvider.token=", "--ServerApp.password=", f"--ServerApp.root_dir={root}"]  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    with served([python, "-c", START.format(app), *options], f"{address}/api/status", state):
        yield address


@contextmanager
def served(command: list[str], sign: str, state: Path) -> Iterator[None]:
    """A server that answers at the address ``sign``, with Jupyter's folders in ``state``; it ends with the block."""
    _kernel_of_the_tests(state / "data")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("EXPLAINER_STOR")}
    environment |= {
        "JUPYTER_CONFIG_DIR": str(state / "config"), "JUPYTER_DATA_DIR": str(state / "data"),
        "JUPYTER_RUNTIME_DIR": str(state / "runtime"), "JUPYTERLAB_WORKSPACES_DIR": str(state / "workspaces"),
        "JUPYTERLAB_SETTINGS_DIR": str(state / "settings"), "IPYTHONDIR": str(state / "ipython"),
        "JUPYTER_CONFIG_PATH": str(CALM),
    }  # fmt: skip
    log = (state / "server.log").open("wb")
    server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        _wait(sign, server, state / "server.log")
        yield
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def _kernel_of_the_tests(data: Path) -> None:
    """A kernel with this Python, whatever environment the server is from; "python3" is always the server's own."""
    file = data / "kernels" / TESTS_KERNEL["name"] / "kernel.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    file.write_text(
        json.dumps({"argv": argv, "display_name": TESTS_KERNEL["display_name"], "language": "python"})
    )


def free_port() -> int:
    """A port of this machine that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(address: str, server: subprocess.Popen[bytes], log: Path, patience: float = 60) -> None:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{log.read_text('utf-8', 'replace')[-3000:]}")


_KERNEL_IS_IDLE = "() => /\\| Idle/.test(document.querySelector('#jp-main-statusbar')?.textContent || '')"
_MARK_OLD_OUTPUTS = (
    "() => document.querySelectorAll('.jp-OutputArea-child').forEach(e => e.dataset.beforeTheRun = 1)"
)


class NotebookPage:
    """One notebook open in JupyterLab, driven as a person does."""

    def __init__(self, page: Any, address: str, name: str) -> None:
        self.page, self.name, self.errors = page, name, list[str]()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(f"{address}/lab/tree/{name}?reset")
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)

    def run_all(self) -> None:
        """Menu Run, Run All Cells, once the kernel is there; waits until every cell has run."""
        self.page.wait_for_function(_KERNEL_IS_IDLE, timeout=60_000)
        self.page.evaluate(_MARK_OLD_OUTPUTS)
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        self.page.wait_for_function("() => !document.querySelector('[data-before-the-run]')", timeout=120_000)
        self.wait_until_idle()

    def wait_until_idle(self, patience: float = 120) -> None:
        """Until the kernel has been idle for more than a second, without a break."""
        end, calm = time.monotonic() + patience, 0
        while calm < 12:
            if time.monotonic() > end:
                raise TimeoutError(f"{self.name} is still running after {patience} s")
            calm = calm + 1 if self.page.evaluate(_KERNEL_IS_IDLE) else 0
            self.page.wait_for_timeout(100)

    def save(self) -> None:
        """Menu File, Save Notebook; waits until it is saved."""
        self.page.get_by_role("menuitem", name="File", exact=True).click()
        self.page.locator(".lm-Menu-item[data-command='docmanager:save']").click()
        self.page.wait_for_function("() => !document.querySelector('.jp-mod-dirty')")

    def shut_down_kernel(self) -> None:
        """Menu Kernel, Shut Down Kernel; waits until there is none."""
        self.page.get_by_role("menuitem", name="Kernel", exact=True).click()
        self.page.get_by_role("menuitem", name="Shut Down Kernel", exact=True).click()
        self.page.wait_for_function(
            "() => /No Kernel/.test(document.querySelector('#jp-main-statusbar').textContent)"
        )

    def error_outputs(self) -> list[str]:
        """The text of every error shown."""
        found = self.page.locator(
            ".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr'], .jp-Notebook .jp-mod-error"
        )
        return [text for text in found.all_inner_texts() if text.strip()]

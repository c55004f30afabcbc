"""What Habeas never imports or calls, because it would run, send, show or leave behind too much."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

MODULES = {
    # They run what they read.
    *("pickle", "shelve", "marshal", "dill", "cloudpickle", "joblib", "code"),
    # They speak to a network, and Habeas has no socket.
    *("socket", "socketserver", "ssl", "http", "urllib", "ftplib", "smtplib", "imaplib", "poplib"),
    *("telnetlib", "xmlrpc", "webbrowser", "asyncio", "requests", "httpx", "aiohttp", "urllib3"),
    # They write case words to where the vault does not reach.
    "tempfile",
}
QT_MODULES = {
    *("QtNetwork", "QtNetworkAuth", "QtWebEngineCore", "QtWebEngineWidgets", "QtWebEngineQuick"),
    *("QtWebSockets", "QtWebChannel", "QtHttpServer", "QtMultimedia", "QtPdf", "QtPdfWidgets"),
    # GPL only, whatever their wheel says.
    *("QtCharts", "QtGraphs", "QtDataVisualization"),
}
FUNCTIONS = {"eval", "exec", "__import__"}
METHODS = {
    *("os.system", "os.popen", "yaml.load"),
    # Names in an archive choose where its files go.
    "extractall",
    # Markup in a name would be obeyed, and would open files.
    *("setHtml", "insertHtml", "setMarkdown", "toMarkdown"),
}


def offences(code: str) -> Iterator[str]:
    """Yield what is banned in the text of a module, each with its line."""
    for node in ast.walk(ast.parse(code)):
        for name in (*imported(node), *called(node)):
            if (
                name in FUNCTIONS | METHODS
                or name.split(".")[0] in MODULES
                or qt_module(name) in QT_MODULES
            ):
                yield f"{name}, line {getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Call):
            yield from loose_arguments(node)


def imported(node: ast.AST) -> list[str]:
    """Return the full names that a node imports."""
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=str(module), level=0, names=names):
            return [module, *(f"{module}.{alias.name}" for alias in names)]
        case ast.Call(func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=name)]):
            return [str(name)]
    return []


def called(node: ast.AST) -> list[str]:
    """Return the banned functions and methods that a node calls or hands on."""
    match node:
        case ast.Name(id=name):
            return [name] if name in FUNCTIONS else []
        case ast.Attribute(value=ast.Name(id="builtins"), attr=name):
            return [name] if name in FUNCTIONS else []
        case ast.Attribute(value=value, attr=name):
            full = f"{getattr(value, 'id', '')}.{name}"
            return [word for word in (name, full) if word in METHODS]
    return []


def qt_module(name: str) -> str:
    """Return ``QtNetwork`` of ``PySide6.QtNetwork.QTcpSocket``."""
    return name.removeprefix("PySide6.").split(".")[0]


def loose_arguments(call: ast.Call) -> Iterator[str]:
    """Yield a shell asked for, and SQL put together from values."""
    for keyword in call.keywords:
        if keyword.arg == "shell" and not is_false(keyword.value):
            yield f"shell=True, line {call.lineno}"
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if name == "text" and any(isinstance(word, ast.JoinedStr) for word in call.args):
        yield f"text(f'…'), line {call.lineno}"


def is_false(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is False


def test_nothing_banned(root: Path, project_files: list[Path]):
    product = [file for file in project_files if is_product(file.relative_to(root))]
    found = {str(file): list(offences(file.read_text("utf-8"))) for file in product}
    assert {file: words for file, words in found.items() if words} == {}


def is_product(file: Path) -> bool:
    """Tell whether a file of the project is code that people run."""
    return str(file) == "habeas" or (file.suffix == ".py" and file.parts[0] != "tests")


@pytest.mark.parametrize(
    "code",
    [
        "import pickle",
        "import urllib.request as web",
        "from http import client",
        "from PySide6 import QtNetwork",
        "from PySide6.QtWebEngineCore import QWebEnginePage",
        "import PySide6.QtCharts",
        "def later():\n    import socket",
        "importlib.import_module('socket')",
        "eval('1')",
        "builtins.exec('1')",
        "list(map(eval, words))",
        "os.system('ls')",
        "yaml.load(text)",
        "archive.extractall(folder)",
        "zipfile.ZipFile(path).extractall(folder)",
        "label.setHtml(name)",
        "self.page.notes.setMarkdown(name)",
        "subprocess.run(words, shell=True)",
        "subprocess.run(words, shell=chosen)",
        "session.execute(text(f'select {name}'))",
        "session.execute(sqlalchemy.text(f'select {name}'))",
    ],
)
def test_each_ban_bites(code: str):
    assert list(offences(code))


@pytest.mark.parametrize(
    "code",
    [
        "from models import crypto",
        "from . import socket_free",
        "field.setPlainText(name)",
        "subprocess.run(words, shell=False)",
        "session.execute(text('select 1'))",
        "evaluate(words)",
        "dialog.exec()",
        "person.code",
    ],
)
def test_the_innocent_pass(code: str):
    assert list(offences(code)) == []

"""``./habeas`` sets up what it may, asks for what it may not, and then gets out of the way."""

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

NOBODY = 65534
NO_SUCH_LIBRARY = "libhabeas-nobody-has-this.so.1"


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the whole PATH."""
    folder = tmp_path / "tools"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def clone(tmp_path: Path, root: Path) -> Path:
    """A clone with the launcher, a lock, and a program that says how it was started."""
    folder = tmp_path / "clone"
    (folder / "packaging").mkdir(parents=True)
    (folder / "desktop").mkdir()
    shutil.copy(root / "habeas", folder)
    (folder / "packaging" / "requirements.lock").write_text("one==1.0\n")
    (folder / "desktop" / "__main__.py").write_text(
        "import os, sys\nprint(sys.argv[1:], os.getcwd(), sys.flags.isolated)\n"
    )
    return folder


@pytest.fixture
def cloned(launcher: ModuleType, clone: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The launcher as if it stood in the clone, with the clone's own environment."""
    monkeypatch.setattr(launcher, "ROOT", clone)
    monkeypatch.setattr(launcher, "LOCK", clone / "packaging" / "requirements.lock")
    monkeypatch.delenv("HABEAS_VENV", raising=False)
    return launcher


def write_tool(folder: Path, name: str, status: int = 0) -> Path:
    """Put a program on the PATH that writes down its words; return where it writes."""
    log = folder / f"{name}.log"
    tool = folder / name
    tool.write_text(f'#!/bin/sh\necho "$@" >> "{log}"\nexit {status}\n')
    tool.chmod(0o755)
    return log


def as_user(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, user: int) -> None:
    monkeypatch.setattr(launcher.os, "geteuid", lambda: user)


# -- the file itself


def test_needs_the_standard_library_only(root: Path):
    tree = ast.parse((root / "habeas").read_text("utf-8"))
    names = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    for node in ast.walk(tree):
        names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
    assert {name.split(".")[0] for name in names if name} <= sys.stdlib_module_names


def test_old_pythons_can_read_it(root: Path):
    ast.parse((root / "habeas").read_text("utf-8"), feature_version=(3, 8))


def test_is_executable(root: Path):
    assert os.access(root / "habeas", os.X_OK)


def test_steps_of_engineers_exist(launcher: ModuleType, root: Path):
    for flag, *words in (step for steps in launcher.ENGINEERS.values() for step in steps):
        match flag:
            case "-m":
                assert importlib.util.find_spec(words[0])
            case "-c":
                compile(words[0], flag, "exec")
            case script:
                assert (root / script).is_file()


def test_only_tools_that_tests_use_are_asked_for(launcher: ModuleType, root: Path):
    others = [file for file in (root / "tests").rglob("*.py") if "house" not in file.parts]
    code = "".join(file.read_text("utf-8") for file in others)
    assert [tool for tool in launcher.TEST_TOOLS if f'"{tool}"' not in code] == []


# -- words


def test_wheels_come_first(launcher: ModuleType, tmp_path: Path):
    assert launcher.split_wheels(["--wheels", str(tmp_path), "demo"]) == (tmp_path, ["demo"])
    assert launcher.split_wheels(["demo", "--out", "x"]) == (None, ["demo", "--out", "x"])


@pytest.mark.parametrize("words", [["--wheels"], ["--wheels", "/no/such/folder"]])
def test_wheels_need_a_folder(launcher: ModuleType, words: list[str]):
    with pytest.raises(launcher.CannotStart, match="folder"):
        launcher.split_wheels(words)


# -- Python


def test_this_python_will_do(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(launcher, "become", pytest.fail)
    launcher.prefer_new_python()


def test_newer_python_is_preferred(
    launcher: ModuleType, tools: Path, monkeypatch: pytest.MonkeyPatch
):
    became: list[list[str]] = []
    monkeypatch.setattr(launcher, "OLDEST_PYTHON", (99, 0))
    monkeypatch.setattr(launcher, "become", became.append)
    monkeypatch.setattr(launcher.sys, "argv", ["habeas", "demo"])
    write_tool(tools, "python3.14", status=1)  # a shim without its Python
    write_tool(tools, "python3.12")
    with pytest.raises(launcher.CannotStart):
        launcher.prefer_new_python()
    assert became == [[str(tools / "python3.12"), "habeas", "demo"]]


def test_old_python_alone_is_a_sentence(
    launcher: ModuleType, tools: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(launcher, "OLDEST_PYTHON", (99, 0))
    with pytest.raises(launcher.CannotStart, match=r"needs Python 99\.0 or newer"):
        launcher.prefer_new_python()


# -- system packages


def test_missing_libraries_become_packages(
    cloned: ModuleType, tools: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(cloned, "loads", lambda name: name != "libEGL.so.1")
    monkeypatch.setattr(cloned, "has_pip_to_give", lambda: True)
    assert cloned.missing_packages("demo") == ["libegl1"]
    assert cloned.missing_packages("test") == ["libegl1", *cloned.TEST_TOOLS.values()]


def test_pip_is_asked_for_where_debian_left_it_out(
    cloned: ModuleType, tools: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(cloned, "loads", lambda _name: True)
    monkeypatch.setattr(cloned, "has_pip_to_give", lambda: False)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert cloned.missing_packages("") == [f"python{version}-venv"]
    write_tool(tools, "uv")
    assert cloned.missing_packages("") == []


def test_bundle_needs_python_as_a_library(
    cloned: ModuleType, tools: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(cloned, "loads", lambda _name: True)
    monkeypatch.setattr(cloned, "has_pip_to_give", lambda: True)
    assert cloned.missing_packages("bundle") == ["binutils"]
    monkeypatch.setattr(cloned, "loads", lambda name: "python" not in name)
    monkeypatch.setattr("sysconfig.get_config_var", lambda _name: "libpython-nowhere.so")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert cloned.missing_packages("bundle") == ["binutils", f"libpython{version}"]


def test_loads_asks_the_system(launcher: ModuleType):
    assert launcher.loads("libc.so.6")
    assert not launcher.loads(NO_SUCH_LIBRARY)


def test_root_installs(launcher: ModuleType, tools: Path, monkeypatch: pytest.MonkeyPatch):
    log = write_tool(tools, "apt-get")
    as_user(launcher, monkeypatch, 0)
    launcher.provide_system_packages(["libgl1", "xvfb"])
    assert log.read_text() == "update\ninstall -y --no-install-recommends libgl1 xvfb\n"


def test_failed_installation_is_a_sentence(
    launcher: ModuleType, tools: Path, monkeypatch: pytest.MonkeyPatch
):
    write_tool(tools, "apt-get", status=100)
    as_user(launcher, monkeypatch, 0)
    with pytest.raises(launcher.CannotStart, match="were not installed"):
        launcher.provide_system_packages(["libgl1"])


@pytest.mark.parametrize(("answer", "installs"), [("y", True), ("", False)])
def test_sudo_is_used_after_asking(
    launcher: ModuleType,
    tools: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    installs: bool,  # noqa: FBT001  a column of the table above
):
    write_tool(tools, "apt-get")
    log = write_tool(tools, "sudo")
    as_user(launcher, monkeypatch, 1000)
    monkeypatch.setattr(launcher.sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _question: answer)
    if installs:
        launcher.provide_system_packages(["libgl1"])
        assert log.read_text().splitlines()[0] == "apt-get update"
    else:
        with pytest.raises(launcher.CannotStart, match="sudo apt-get update && sudo apt-get"):
            launcher.provide_system_packages(["libgl1"])
        assert not log.exists()


def test_other_systems_are_told_the_names(launcher: ModuleType, tools: Path):
    with pytest.raises(launcher.CannotStart, match=r"Debian calls them.*\n\n    libgl1 xvfb\n"):
        launcher.provide_system_packages(["libgl1", "xvfb"])


def test_nothing_missing_asks_nothing(launcher: ModuleType, tools: Path):
    launcher.provide_system_packages([])


# -- the environment


def test_set_up_once(cloned: ModuleType, clone: Path, tools: Path):
    log = write_tool(tools, "uv")
    python = cloned.provide_environment(None)
    assert python == clone / ".venv" / "bin" / "python"
    assert "--require-hashes --only-binary :all:" in log.read_text()
    log.unlink()
    cloned.provide_environment(None)
    assert not log.exists()


def test_changed_lock_renews(cloned: ModuleType, clone: Path, tools: Path):
    log = write_tool(tools, "uv")
    cloned.provide_environment(None)
    kept = clone / ".venv" / "kept"
    kept.touch()
    cloned.LOCK.write_text("one==1.1\n")
    cloned.provide_environment(None)
    assert len(log.read_text().splitlines()) == 2
    assert kept.exists()


@pytest.mark.parametrize("broken", ["habeas-set-up", "bin/python"])
def test_half_made_environment_is_made_anew(
    cloned: ModuleType, clone: Path, tools: Path, broken: str
):
    write_tool(tools, "uv")
    cloned.provide_environment(None)
    left_over = clone / ".venv" / "left-over"
    left_over.touch()
    (clone / ".venv" / broken).unlink()
    cloned.provide_environment(None)
    assert not left_over.exists()
    assert cloned.is_set_up()


def test_failed_installation_leaves_no_stamp(cloned: ModuleType, tools: Path):
    write_tool(tools, "uv", status=2)
    with pytest.raises(cloned.CannotStart, match="--wheels FOLDER"):
        cloned.provide_environment(None)
    assert not cloned.is_set_up()


def test_wheels_shut_the_network_out(cloned: ModuleType, tools: Path, tmp_path: Path):
    log = write_tool(tools, "uv")
    cloned.provide_environment(tmp_path)
    assert f"--no-index --find-links {tmp_path}" in log.read_text()


def test_foreign_folder_is_not_cleared(
    cloned: ModuleType, tools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    write_tool(tools, "uv")
    home = tmp_path / "home"
    home.mkdir()
    (home / "letter.txt").touch()
    monkeypatch.setenv("HABEAS_VENV", str(home))
    with pytest.raises(cloned.CannotStart, match="holds something else"):
        cloned.provide_environment(None)
    assert (home / "letter.txt").exists()


# -- as people start it


def test_program_starts_where_the_person_is(clone: Path, tools: Path, tmp_path: Path):
    write_tool(tools, "uv")
    (tmp_path / "random.py").write_text("raise SystemExit('a stranger was imported')")
    started = subprocess.run(
        [sys.executable, clone / "habeas", "list", "vault"],
        cwd=tmp_path,
        env={"PATH": str(tools), "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert started.stdout == f"['list', 'vault'] {tmp_path} 1\n"


def test_person_without_rights_gets_the_line(clone: Path):
    python = shutil.which("python3", path="/usr/bin:/usr/local/bin") or sys.executable
    script = clone / "habeas"
    script.write_text(script.read_text("utf-8").replace("libGL.so.1", NO_SUCH_LIBRARY), "utf-8")
    for folder in (clone, *clone.parents[:3]):
        folder.chmod(folder.stat().st_mode | 0o055)
    user = NOBODY if os.geteuid() == 0 else None
    refused = subprocess.run(
        [python, script, "demo"],
        user=user,
        group=user,
        extra_groups=[] if user else None,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert refused.returncode == 3, refused.stderr
    line = next(line for line in refused.stderr.splitlines() if line.startswith("    "))
    sudo = "sudo " if shutil.which("sudo") else ""
    install = f"{sudo}apt-get install -y --no-install-recommends libgl1"
    assert line.startswith(f"    {sudo}apt-get update && {install}")
    assert not (clone / ".venv").exists()

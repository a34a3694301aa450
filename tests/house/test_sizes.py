"""Nothing grows unseen: a function has forty lines, a file three hundred, imports six percent."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "briefing"
FUNCTION, FILE, IMPORTS = 40, 300, 0.06
FILES = {
    str(file.relative_to(PACKAGE)): file.read_text(encoding="utf-8")
    for file in sorted(PACKAGE.rglob("*.py"))
}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def is_command(function: Function) -> bool:
    """A command of click: its options and its help alone are as long."""
    return any("command" in ast.unparse(decorator) for decorator in function.decorator_list)


def long_functions(text: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function) and node.end_lineno is not None and not is_command(node):
            lines = node.end_lineno - node.lineno + 1
            if lines > FUNCTION:
                yield node.name, lines


def imported(text: str) -> int:
    """The lines that imports take."""
    nodes = (n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Import | ast.ImportFrom))
    return sum((node.end_lineno or node.lineno) - node.lineno + 1 for node in nodes)


def test_a_function_has_forty_lines_at_most() -> None:
    long = {f"{name}: {one}" for name, text in FILES.items() for one in long_functions(text)}
    assert long == set()


def test_a_file_has_three_hundred_lines_at_most() -> None:
    long = {name: text.count("\n") for name, text in FILES.items() if text.count("\n") > FILE}
    assert long == {}


def test_imports_take_less_than_six_percent_of_the_lines() -> None:
    lines = sum(text.count("\n") for text in FILES.values())
    taken = sum(map(imported, FILES.values()))
    assert taken < IMPORTS * lines, f"{taken:,} of {lines:,}: {taken / lines:.2%}"


def test_long_ones_are_found() -> None:
    body = "\n".join("    x = 1" for _ in range(40))
    assert list(long_functions(f"def f():\n{body}\n")) == [("f", 41)]
    assert list(long_functions(f"@click.command()\ndef f():\n{body}\n")) == []
    assert imported("from a import (\n    b,\n)\nimport c\n") == 4

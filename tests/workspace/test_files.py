import os
from hashlib import sha256

import pytest

from briefing.model.text import Place
from briefing.workspace import Input, Unreadable, Workspace


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "project"
    (folder / "sections").mkdir(parents=True)
    (folder / "trade.csv").write_bytes(b"a,b\r\n1,2\r3,4\n")
    (folder / "sections" / "a.md").write_text("# A\n")
    return folder


def refused(workspace, path, **limits):
    with pytest.raises(Unreadable) as caught:
        workspace.read(path, **limits)
    assert caught.value.hint
    return caught.value.code, caught.value.message


def test_what_was_read_is_remembered_in_order_of_path(root):
    workspace = Workspace(str(root))
    assert workspace.inputs == ()
    assert workspace.read("trade.csv") == b"a,b\r\n1,2\r3,4\n"
    assert workspace.read("./sections/../sections/a.md") == b"# A\n"
    (root / "trade.csv").write_bytes(b"changed")
    assert workspace.read("trade.csv") == b"a,b\r\n1,2\r3,4\n"
    assert workspace.inputs == (
        Input("sections/a.md", sha256(b"# A\n").hexdigest()),
        Input("trade.csv", sha256(b"a,b\r\n1,2\r3,4\n").hexdigest()),
    )


def test_name_is_the_folder_s_through_links_and_dots(root, monkeypatch):
    monkeypatch.chdir(root)
    assert Workspace(".").name == "project"
    assert Workspace(f"{root}/sections/..").name == "project"


def test_lines_of_what_was_read(root):
    workspace = Workspace(str(root))
    assert workspace.line("trade.csv", 1) == ""
    workspace.read("trade.csv")
    assert [workspace.line("trade.csv", n) for n in range(6)] == ["", "a,b", "1,2", "3,4", "", ""]


def test_paths_that_leave_the_project(root, tmp_path):
    (tmp_path / "secret").write_text("x")
    (root / "out").symlink_to(tmp_path)
    (root / "loop").symlink_to("loop")
    (tmp_path / "project-two").mkdir()
    (tmp_path / "project-two" / "x").write_text("x")
    workspace = Workspace(str(root))
    for path in ("../secret", "out/secret", str(tmp_path / "secret"), "../project-two/x", ".."):
        assert refused(workspace, path)[0] == "B051", path
    for path in ("file:///etc/passwd", "http://x/y", "C:\\x", "a\\b", "", "a\nb", "a\x00b"):
        assert refused(workspace, path)[0] == "B051", path
    assert refused(workspace, "loop")[0] in ("B050", "B052")
    assert workspace.inputs == ()


def test_link_inside_is_followed(root):
    (root / "link.csv").symlink_to("trade.csv")
    assert Workspace(str(root)).read("link.csv").startswith(b"a,b")


def test_only_regular_files(root):
    os.mkfifo(root / "pipe")
    (root / "null").symlink_to("/dev/null")
    workspace = Workspace(str(root))
    assert refused(workspace, "pipe") == ("B052", "pipe is no regular file")
    assert refused(workspace, "sections")[0] == "B052"
    assert refused(workspace, ".")[0] == "B052"
    assert refused(workspace, "null")[0] == "B051"


def test_missing_file_with_a_guess(root):
    workspace = Workspace(str(root))
    assert refused(workspace, "trade.cvs") == (
        "B050",
        "no file trade.cvs; did you mean “trade.csv”?",
    )
    assert refused(workspace, "section/a.md")[1].endswith("did you mean “sections/a.md”?")
    assert refused(workspace, "trade.csv/x")[0] == "B050"
    assert refused(workspace, "x" * 300)[0] == "B050"


def test_limit_holds_also_for_what_was_read(root):
    workspace = Workspace(str(root))
    assert refused(workspace, "trade.csv", limit=5) == (
        "B053",
        "trade.csv is larger than 5 bytes",
    )
    workspace.read("trade.csv")
    assert refused(workspace, "trade.csv", limit=5)[0] == "B053"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_file_that_may_not_be_read(root):
    (root / "trade.csv").chmod(0)
    code, message = refused(Workspace(str(root)), "trade.csv")
    assert (code, message) == ("B052", "trade.csv can't be read: Permission denied")


def test_check_does_not_read(root):
    workspace = Workspace(str(root))
    workspace.check("trade.csv")
    assert workspace.inputs == ()
    with pytest.raises(Unreadable):
        workspace.check("sections")


def test_text_is_utf8_with_or_without_a_mark(root):
    workspace = Workspace(str(root))
    (root / "mark.md").write_bytes("\ufeff# Монгол\nx\n".encode())
    assert workspace.text("mark.md") == "# Монгол\nx\n"
    assert workspace.line("mark.md", 1) == "# Монгол"
    (root / "old.md").write_bytes("# x\nМонгол улс\n".encode("cp1251"))
    with pytest.raises(Unreadable) as caught:
        workspace.text("old.md")
    assert caught.value.message == "old.md is not UTF-8; it looks like cp1251"
    assert caught.value.at == Place("old.md", 2, 1)


def test_listing_is_in_order_and_empty_without_a_folder(root):
    (root / "sections" / "b.md").write_text("")
    (root / "sections" / "c.txt").write_text("")
    workspace = Workspace(str(root))
    assert workspace.listing("sections", ".md") == ("a.md", "b.md")
    assert workspace.listing("nowhere") == ()
    assert workspace.holds("sections/a.md")
    assert not workspace.holds("sections/d.md")

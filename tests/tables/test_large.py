"""Parquet and large delimited files: only the rows that series ask for are read."""

import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest

from briefing import tables
from briefing.model import SeriesSpec, TableSpec
from briefing.model.finding import BriefingError
from briefing.model.text import Phrase, Place
from briefing.workspace import Workspace, installed, large
from tests.tables.test_formats import SHARED, needs_shared

_PLACE = Place("briefing.yaml", 1, 1)
_WORLD = "SCALE_bilateral_trade_long_iso3_1870_2014.parquet"


def spec(file, format="parquet", **keys):
    return TableSpec("t", _PLACE, Phrase(file, _PLACE), format=format, period="year", **keys)


def cut(**where):
    conditions = {k: (v,) if isinstance(v, str) else v for k, v in where.items()}
    return SeriesSpec("s", _PLACE, table="t", where=conditions)


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "t.parquet"
    duckdb.execute(
        "COPY (SELECT * FROM (VALUES ('MNG', 2013, 1.5::DOUBLE, 12.50::DECIMAL(9,2)), "
        "('MNG', 2014, 343570::DOUBLE, NULL), ('RUS', 2014, 1e17::DOUBLE, 0.10)) "
        f"t(who, year, x, y)) TO '{path}' (FORMAT parquet)"
    )
    return Workspace(str(tmp_path))


def test_rows_keep_their_number_and_values_get_no_digit(small):
    stored = small.stored("t.parquet")
    table, findings = tables.load(spec("t.parquet"), stored, (cut(who="MNG"),))
    assert not findings
    assert [(r.number, r.cells) for r in table.rows] == [
        (1, {"who": "MNG", "year": "2013", "x": "1.5", "y": "12.50"}),
        (2, {"who": "MNG", "year": "2014", "x": "343570", "y": ""}),
    ]
    assert small.inputs[0].path == "t.parquet"
    digest = sha256(Path(stored.path).read_bytes()).hexdigest()
    assert small.inputs[0].sha256 == table.sha256 == digest


def test_several_series_ask_each_for_its_rows_and_one_without_where_for_all(small):
    stored = small.stored("t.parquet")
    cuts = (cut(who="RUS"), cut(who="MNG", year="2013"))
    rows = tables.load(spec("t.parquet"), stored, cuts)[0].rows
    assert [r.number for r in rows] == [1, 3]
    assert len(tables.load(spec("t.parquet"), stored, (*cuts, cut()))[0].rows) == 3


def test_a_column_that_is_not_there_is_a_finding(small):
    table, findings = tables.load(spec("t.parquet"), small.stored("t.parquet"), (cut(whom="x"),))
    assert table is None
    assert "whom" in findings[0].message


def test_a_cell_is_a_value_never_a_part_of_the_query(small):
    where = cut(who="MNG' OR 1=1 --")
    assert not tables.load(spec("t.parquet"), small.stored("t.parquet"), (where,))[0].rows


def test_what_is_no_parquet_is_a_finding(tmp_path):
    (tmp_path / "t.parquet").write_bytes(b"PAR1 not really")
    stored = Workspace(str(tmp_path)).stored("t.parquet")
    table, findings = tables.load(spec("t.parquet"), stored)
    assert table is None
    assert findings[0].code == "B230"


def test_large_delimited_files_count_lines(tmp_path):
    (tmp_path / "t.csv").write_text("who,year,v\nMNG,2013,1.50\nRUS,2013,2\nMNG,2014,NA\n")
    stored = Workspace(str(tmp_path)).stored("t.csv")
    table, findings = tables.load(spec("t.csv", "large-delimited"), stored, (cut(who="MNG"),))
    assert not findings
    assert [(r.number, r.cells["v"]) for r in table.rows] == [(2, "1.50"), (4, "NA")]


@pytest.mark.parametrize(
    "text",
    ["who,v\nMNG,1\n\nRUS,2\n", 'who,v\n"M\nG",1\nRUS,2\n'],
    ids=["an empty line", "a line break in a cell"],
)
def test_rows_that_are_not_their_lines_are_refused(tmp_path, text):
    (tmp_path / "t.csv").write_text(text)
    stored = Workspace(str(tmp_path)).stored("t.csv")
    table, findings = tables.load(spec("t.csv", "large-delimited"), stored, (cut(who="RUS"),))
    assert table is None
    assert "lines" in findings[0].message


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/hostname')",
        "COPY (SELECT 1) TO 'x.csv'",
        "ATTACH 'x.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "SET allowed_paths = ['/etc/passwd']",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM 'https://example.org/x.parquet'",
    ],
)
def test_the_database_may_read_nothing_else(small, query):
    connection = large._connected(duckdb, small.stored("t.parquet").path)
    with pytest.raises(duckdb.Error):
        connection.execute(query).fetchall()


def test_without_the_extra_it_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "no_such_module_at_all", None)
    with pytest.raises(BriefingError, match="not installed") as caught:
        installed.extra("no_such_module_at_all", "large", "large tables")
    assert "country-briefing[large]" in caught.value.hint


@needs_shared
def test_one_pair_out_of_1_3_million_rows():
    workspace = Workspace(str(SHARED / "data/trade"))
    stored = workspace.stored(_WORLD)
    start = time.process_time()
    table, findings = tables.load(spec(_WORLD), stored, (cut(exporter="MNG", importer="RUS"),))
    took = time.process_time() - start
    assert not findings
    expected = duckdb.execute(
        "SELECT file_row_number + 1, year, imports_usd_mn FROM read_parquet(?, "
        "file_row_number = true) WHERE exporter = 'MNG' AND importer = 'RUS' ORDER BY 1",
        [stored.path],
    ).fetchall()
    got = [(r.number, int(r.cells["year"]), int(r.cells["imports_usd_mn"])) for r in table.rows]
    assert got == expected
    assert len(got) > 40
    assert took < 5


@needs_shared
@pytest.mark.skipif(sys.platform != "linux", reason="a process's own peak is read from /proc")
def test_the_memory_that_it_takes():
    # VmHWM, since ru_maxrss of a child begins at what its parent had.
    program = (
        "import re;from briefing import tables;from tests.tables import test_large as x;"
        "w=x.Workspace(str(x.SHARED/'data/trade'));"
        "t,f=tables.load(x.spec(x._WORLD),w.stored(x._WORLD),(x.cut(exporter='MNG',importer='RUS'),));"
        "assert t.rows;print(re.search(r'VmHWM:\\s+(\\d+)',open('/proc/self/status').read())[1])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert int(ran.stdout) / 1024 < 300

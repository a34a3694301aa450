"""`briefing schema`."""

import json

import click

from briefing.cli.printed import kept


@click.command(
    short_help="Print the JSON schema of briefing.yaml, for editors.",
    epilog="""\b
Examples:
  briefing schema > briefing.schema.json
  briefing schema --record > record.schema.json
  briefing schema --json | jq .properties.exhibits""",
)
@click.option("--record", "of_record", is_flag=True, help="That of record.json instead.")
@click.option("--json", "_as_json", is_flag=True, help="Nothing else: the schema is JSON as it is.")
def command(of_record: bool, _as_json: bool) -> int:
    """Print the JSON schema of briefing.yaml, with which an editor checks and explains its keys;
    with --record that of the record of an edition, for who reads one with a program.

    A manifest names it in its first line: # yaml-language-server: $schema=./briefing.schema.json

    Exit code 0.
    """
    if of_record:
        from briefing.model import schema as of

        click.echo(json.dumps(of(), ensure_ascii=False, indent=2))
        return 0
    click.echo(kept("schema", _schema), nl=False)
    return 0


def _schema() -> str:
    from briefing.project.schema import schema

    return schema()

"""`briefing schema`."""

import click


@click.command(
    short_help="Print the JSON schema of briefing.yaml, for editors.",
    epilog="""\b
Examples:
  briefing schema > briefing.schema.json
  briefing schema --json | jq .properties.exhibits""",
)
@click.option("--json", "_as_json", is_flag=True, help="Nothing else: the schema is JSON as it is.")
def command(_as_json: bool) -> int:
    """Print the JSON schema of briefing.yaml, with which an editor checks and explains its keys.

    A manifest names it in its first line: # yaml-language-server: $schema=./briefing.schema.json

    Exit code 0.
    """
    from briefing.project.schema import schema

    click.echo(schema(), nl=False)
    return 0

"""`briefing completion`, and what stands for an argument that is being typed."""

import json

import click

from briefing.cli import options


@click.command(
    short_help="Print what makes a shell complete commands and options.",
    epilog="""\b
Examples:
  briefing completion bash > ~/.local/share/bash-completion/completions/briefing
  briefing completion fish > ~/.config/fish/completions/briefing.fish""",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@options.json_option
def command(shell: str, as_json: bool) -> int:
    """Print a script that makes SHELL complete commands, options, projects, styles, languages and
    codes of findings.

    zsh reads it as a file _briefing in a folder of its fpath; or put eval "$(briefing completion
    zsh)" into .zshrc.

    Exit code 0.
    """
    from click.shell_completion import get_completion_class

    root = click.get_current_context().find_root().command
    kind = get_completion_class(shell)
    assert kind is not None
    script = kind(root, {}, "briefing", "_BRIEFING_COMPLETE").source()
    click.echo(json.dumps({"shell": shell, "script": script}, indent=2) if as_json else script)
    return 0

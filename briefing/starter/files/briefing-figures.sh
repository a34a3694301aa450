#!/bin/sh
# Fetches the figures of the project in the folder $2 (default: here) from where they are published.
# Where some moved, they stand on the branch briefing-figures then, for review, and the file $1 says
# what they change. What is checked out here, of which briefings are built, stays as it is until that
# branch is merged. Exit code 4 where a service failed: what the others sent is kept. Outside git the
# files here are fetched themselves.
set -eu
said=$1
cd "${2:-.}"
branch=briefing-figures
briefing=${BRIEFING:-briefing}
rm -f "$said"
top=$(git rev-parse --show-toplevel 2>/dev/null) || exec "$briefing" fetch
within=$(git rev-parse --show-prefix)
: "${SOURCE_DATE_EPOCH:=$(git log -1 --pretty=%ct)}"
export SOURCE_DATE_EPOCH

# What was fetched before and not merged yet is gone on from, so that each move is told once.
git fetch --quiet origin "+refs/heads/$branch:refs/heads/$branch" 2>/dev/null || true
base=HEAD
if git merge-base --is-ancestor HEAD "refs/heads/$branch" 2>/dev/null; then
  base=refs/heads/$branch
fi
away=$(mktemp -d)
tree=$away/$(basename "$top")
trap 'git worktree remove --force "$tree" 2>/dev/null || true; rm -rf "$away"' EXIT
git worktree add --quiet --detach "$tree" "$base"
here=$tree/$within

code=0
(cd "$here" && "$briefing" fetch) || code=$?
if [ "$code" -ne 0 ] && [ "$code" -ne 4 ]; then
  exit "$code"
fi
git -C "$here" add --all .
if git -C "$here" diff --cached --quiet; then
  exit "$code"
fi
git -C "$here" -c user.name=briefing -c user.email=briefing@localhost \
  commit --quiet --message "Figures as their publishers have them now"
git branch --quiet --force "$branch" "$(git -C "$here" rev-parse HEAD)"

mkdir -p "$(dirname "$said")"
for manifest in briefing.yaml data/*/briefing.yaml; do
  folder=$(dirname "$manifest")
  if [ ! -f "$manifest" ] || git diff --quiet HEAD "$branch" -- "$folder"; then
    continue
  fi
  if ! "$briefing" diff "$folder" "$here$folder" --format markdown >> "$said"; then
    printf '\nWith these figures the briefing can’t be built as it is:\n\n```\n' >> "$said"
    "$briefing" check "$here$folder" --color never >> "$said" 2>&1 || true
    printf '```\n' >> "$said"
  fi
done
exit "$code"

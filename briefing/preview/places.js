// From a word on a page to the line of the file that it stands in, and from a line to its place.

// The word of a text node under a point of the screen, if there is one.
export function wordAt(x, y) {
  const found = document.caretPositionFromPoint?.(x, y);
  const range = found ? null : document.caretRangeFromPoint?.(x, y);
  const node = found?.offsetNode ?? range?.startContainer;
  const offset = found?.offset ?? range?.startOffset ?? 0;
  if (node?.nodeType !== Node.TEXT_NODE) return "";
  const before = node.data.slice(0, offset).match(/[\p{L}\p{M}\p{N}’'-]*$/u)[0];
  const after = node.data.slice(offset).match(/^[\p{L}\p{M}\p{N}’'-]*/u)[0];
  return before + after;
}

// The narrowest of what stands under a point of a page, in points.
export function spotAt(spots, x, y) {
  const area = (one) => one.width * one.height;
  return spots
    .filter((one) => x >= one.left - 2 && x <= one.left + one.width + 2)
    .filter((one) => y >= one.top - 1 && y <= one.top + one.height + 1)
    .reduce((best, one) => (best && area(best) <= area(one) ? best : one), null);
}

// Of the lines of a spot that which has the word; of several the one as far down as the point.
export function lineOf(spot, word, y) {
  const far = (index) => Math.abs((index + 0.5) / spot.lines.length - (y - spot.top) / spot.height);
  const having = spot.lines.map((line, index) => ({ line, index })).filter((one) => word && one.line.text.includes(word));
  const best = having.sort((a, b) => far(a.index) - far(b.index))[0];
  return best ? best.line.number : spot.line;
}

// A file and a line out of `sections/en/trade.md:12`, `trade.md 12` or `trade.md`.
export function lineAsked(text) {
  const found = text.trim().match(/^(\S+\.\w+)(?:\s*(?::|\s|, line )\s*(\d+))?(?::\d+)?$/);
  return found && { file: found[1].replace(/^\.\//, ""), line: Number(found[2] ?? 1) };
}

// The spot that shows a line: the last that begins there or before, else the first after.
export function spotOf(spots, { file, line }) {
  const own = spots.filter(({ spot }) => spot.file === file || spot.file.endsWith(`/${file}`) || file.endsWith(`/${spot.file}`));
  const before = own.filter(({ spot }) => spot.line <= line);
  const last = Math.max(...before.map(({ spot }) => spot.line));
  return before.find(({ spot }) => spot.line === last) ?? own[0] ?? null;
}

// The preview: asks for the state, shows it, and asks again when the server says that it changed.

import { Paper } from "/paper.js";
import { Panel } from "/panel.js";
import { lineAsked, spotOf } from "/places.js";

const ZOOMS = [0.25, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];
const at = (id) => document.getElementById(id);
const remembered = JSON.parse(sessionStorage.getItem("preview") ?? "{}");

let state = null;
let language = remembered.language ?? "";
let zoom = remembered.zoom ?? 0; // 0: as wide as there is room
let told = "";
let wanted = null; // a line of a file that is to be shown once its page is there
let marked = () => null; // finds what is marked again, where pages were written anew

const panel = new Panel(at("panel"), (line) => goToLine(line));
const paper = new Paper(at("pages"), at("list"), {
  chosen: (figure, facts, written) => panel.trace(figure, facts, written, () => paper.release()),
  pointed: (written) => {
    panel.written(written);
    history.replaceState(null, "", `#line=${written.file}:${written.line}`);
  },
  written: () => {
    if (wanted) showLine();
    else paper.mark(marked());
  },
  turned: (number, seen) => {
    if (document.activeElement !== at("number")) at("number").value = number;
    remember();
    tell(seen);
  },
});

function remember() {
  const place = paper.place() ?? remembered.place;
  sessionStorage.setItem("preview", JSON.stringify({ language, zoom, place }));
}

// What is seen is made before the rest of a paper.
function tell(pages) {
  const address = `/seen/${language}?pages=${pages}`;
  if (address === told || !pages.length) return;
  told = address;
  fetch(address).catch(() => null); // the events say when it is there again
}

// Brings the pages to where a line of a file stands, in the language that the file is of.
function goToLine(line) {
  wanted = line;
  const other = state?.papers.find((one) => one.language !== language && line.file.includes(`${one.language}/`));
  if (other) turnInto(other.language);
  showLine();
}

function showLine() {
  const line = wanted;
  const found = point(() => spotOf(paper.spots(), line));
  if (!found && !paper.isWhole()) return;
  at("find").setCustomValidity(found ? "" : `${wanted.file} stands on no page.`);
  at("find").reportValidity();
  wanted = null;
}

// Brings what is found into sight and keeps it marked; null where it isn't found.
function point(search) {
  const found = search();
  if (found) {
    marked = search;
    paper.point(found);
  }
  return found;
}

function find(text) {
  const line = lineAsked(text);
  if (line) return goToLine(line);
  const after = Number(at("number").value);
  const found = text.trim() && point(() => paper.search(text.trim(), after));
  at("find").setCustomValidity(found || !text.trim() ? "" : "These words stand on no page.");
  at("find").reportValidity();
}

function lineOfAddress() {
  const asked = decodeURIComponent(location.hash).match(/^#line=(.+)$/);
  const line = asked && lineAsked(asked[1]);
  if (line && state?.papers.length) goToLine(line);
  else wanted = line;
}

function shown() {
  return state.papers.find((one) => one.language === language) ?? state.papers[0];
}

function show() {
  const one = shown();
  if (one) {
    language = one.language;
    paper.show(one);
    resize();
    if (remembered.place && !wanted) paper.goTo(remembered.place);
    delete remembered.place;
    if (wanted) goToLine(wanted);
    at("pdf").href = `/pdf/${language}`;
    if (one.outline) showOutline(one);
  }
  at("project").textContent = state.project;
  document.title = one ? `${one.title} – preview` : `${state.project} – preview`;
  at("count").textContent = `of ${one?.pages.length ?? 0}`;
  at("number").max = one?.pages.length ?? 1;
  at("pdf").hidden = !one;
  showLanguages();
  showStyles();
  panel.findings(state.findings);
  showBanner();
  at("status").textContent = said(one);
}

function said(one) {
  if (state.version === 1 && !one) return "Making the pages …";
  const errors = state.findings.filter((finding) => finding.severity === "error").length;
  const warnings = state.findings.length - errors;
  const pages = one ? counted(one.pages.length, "page") : "No pages";
  const found = [];
  if (errors) found.push(counted(errors, "error"));
  if (warnings) found.push(counted(warnings, "warning"));
  return `${pages}, ${found.join(", ") || "no findings"}`;
}

function counted(number, noun) {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

function showBanner() {
  const words = [];
  if (state.trouble) words.push(state.trouble);
  const errors = state.findings.filter((finding) => finding.severity === "error");
  const stopping = errors.length ? errors : state.findings;
  const stops = state.draft || state.heldBack;
  if (state.draft) words.push("Draft. What can’t be drawn is left out, its name in brackets.");
  else if (state.heldBack && state.papers.length) words.push("These are the last good pages.");
  else if (state.heldBack) words.push("There are no pages until it is mended.");
  const banner = at("banner");
  const key = JSON.stringify([words, stops && stopping]);
  if (banner.dataset.key === key) return;
  banner.dataset.key = key;
  const strong = document.createElement("strong");
  strong.textContent = words.join(" ");
  const list = document.createElement("ol");
  list.append(...stopping.map(stopper));
  banner.replaceChildren(...(words.length ? [strong] : []), ...(stops ? [list] : []));
}

// A finding of the banner: its place, which leads to the page where it can, and what it says.
function stopper({ file, line, message }) {
  const item = document.createElement("li");
  const place = document.createElement(file.endsWith(".md") ? "button" : "code");
  place.textContent = `${file}:${line}`;
  if (file.endsWith(".md")) {
    place.type = "button";
    place.addEventListener("click", () => goToLine({ file, line }));
  }
  item.append(place, ` ${message}`);
  return item;
}

function showOutline(one) {
  const list = at("outline").firstElementChild;
  const key = JSON.stringify(one.outline);
  if (list.dataset.key === key) return;
  list.dataset.key = key;
  list.replaceChildren(
    ...one.outline.map(({ title, level, page, top }) => {
      const item = document.createElement("li");
      item.className = `level${Math.min(level, 2)}`;
      item.lang = one.language;
      const button = document.createElement("button");
      Object.assign(button, { type: "button", textContent: title });
      button.addEventListener("click", () => {
        paper.goTo({ page, share: Math.max(0, top - 8) / one.pages[page - 1].height });
        at("pages").focus({ preventScroll: true });
      });
      item.append(button);
      return item;
    }),
  );
}

function showStyles() {
  const select = at("style");
  at("styled").hidden = state.styles.length < 2;
  const names = [...select.options].map((option) => option.value);
  if (names.join() !== state.styles.join()) {
    select.replaceChildren(...state.styles.map((name) => new Option(name)));
  }
  if (document.activeElement !== select || !select.dataset.asked) select.value = state.style;
  if (select.dataset.asked === state.style) delete select.dataset.asked;
}

function showLanguages() {
  const box = at("languages");
  const names = state.papers.map((one) => one.language);
  box.hidden = names.length < 2;
  const now = [...box.querySelectorAll("input")].map((input) => input.value);
  if (now.join() !== names.join()) {
    const called = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });
    box.replaceChildren(
      box.firstElementChild,
      ...names.map((name) => {
        const label = document.createElement("label");
        const input = document.createElement("input");
        Object.assign(input, { type: "radio", name: "language", value: name });
        label.append(input, called.of(name));
        return label;
      }),
    );
  }
  for (const input of box.querySelectorAll("input")) input.checked = input.value === shown()?.language;
}

function resize() {
  paper.zoom = zoom || paper.fitting();
  at("percent").textContent = `${Math.round(paper.zoom * 100)}%`;
  at("fit").setAttribute("aria-pressed", String(zoom === 0));
}

function step(direction) {
  const now = paper.zoom;
  const next =
    direction > 0
      ? ZOOMS.find((one) => one > now + 0.01)
      : ZOOMS.findLast((one) => one < now - 0.01);
  if (next) zoom = next;
  resize();
  remember();
}

at("larger").addEventListener("click", () => step(1));
at("smaller").addEventListener("click", () => step(-1));
at("fit").addEventListener("click", () => {
  zoom = 0;
  resize();
  remember();
});
at("number").addEventListener("change", (event) => paper.turnTo(Number(event.target.value)));
at("tools").addEventListener("submit", (event) => {
  event.preventDefault();
  paper.turnTo(Number(at("number").value));
});
function turnInto(name) {
  language = name;
  panel.close();
  show();
  remember();
}

at("languages").addEventListener("change", (event) => turnInto(event.target.value));
at("style").addEventListener("change", (event) => {
  event.target.dataset.asked = event.target.value;
  at("status").textContent = "Making the pages …";
  fetch(`/style/${event.target.value}`).catch(() => null); // the events say when it is there again
});
at("find").addEventListener("input", (event) => event.target.setCustomValidity(""));
at("find").addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  find(event.target.value);
});
window.addEventListener("hashchange", lineOfAddress);
lineOfAddress();
new ResizeObserver(() => state?.papers.length && resize()).observe(at("pages"));

function watchDensity() {
  const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  query.addEventListener("change", () => {
    if (state?.papers.length) resize();
    watchDensity();
  }, { once: true });
}
watchDensity();

let newest = 0;

async function refresh() {
  const answer = await fetch("/state").catch(() => null); // the events say when it is there again
  if (!answer?.ok) return;
  const found = await answer.json();
  if (found.version < newest) return; // answers may overtake each other
  newest = found.version;
  state = found;
  show();
}

const events = new EventSource("/events");
let lost = false;
events.addEventListener("message", (event) => {
  const { version, papers } = JSON.parse(event.data);
  if (lost) {
    newest = 0; // another preview counts anew
    told = "";
  }
  if (lost || version !== state?.version) {
    if (papers[language]) paper.expect(papers[language]);
    refresh();
  }
  lost = false;
});
events.addEventListener("error", () => {
  lost = true;
  at("status").textContent = "The preview has ended; start it again with briefing preview.";
});

// The preview: asks for the state, shows it, and asks again when the server says that it changed.

import { Paper } from "/paper.js";
import { Panel } from "/panel.js";

const ZOOMS = [0.25, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];
const at = (id) => document.getElementById(id);
const remembered = JSON.parse(sessionStorage.getItem("preview") ?? "{}");

let state = null;
let language = remembered.language ?? "";
let zoom = remembered.zoom ?? 0; // 0: as wide as there is room
let told = "";

const panel = new Panel(at("panel"));
const paper = new Paper(at("pages"), at("list"), {
  chosen: (figure, facts) => panel.trace(figure, facts, () => paper.release()),
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

function shown() {
  return state.papers.find((one) => one.language === language) ?? state.papers[0];
}

function show() {
  const one = shown();
  if (one) {
    language = one.language;
    paper.show(one);
    resize();
    if (remembered.place) paper.goTo(remembered.place);
    delete remembered.place;
  }
  at("project").textContent = state.project;
  document.title = one ? `${one.title} – preview` : `${state.project} – preview`;
  at("count").textContent = `of ${one?.pages.length ?? 0}`;
  at("number").max = one?.pages.length ?? 1;
  showLanguages();
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
  if (state.heldBack) {
    const first = state.findings.find((finding) => finding.severity === "error") ?? state.findings[0];
    const kept = state.papers.length
      ? "These are the last good pages."
      : "There are no pages until it is mended.";
    const stop = /[.?!]$/.test(first.message) ? "" : ".";
    words.push(`${first.file}:${first.line}: ${first.message}${stop} ${kept}`);
  }
  const banner = at("banner");
  const text = words.join(" ");
  if (banner.textContent === text) return;
  const strong = document.createElement("strong");
  strong.textContent = text;
  banner.replaceChildren(...(text ? [strong] : []));
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
at("languages").addEventListener("change", (event) => {
  language = event.target.value;
  panel.close();
  show();
  remember();
});
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

// Beside the pages: findings with their lines of source, and the trace of the figure chosen.

function made(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

export class Panel {
  #trace;
  #findings;
  #none;
  #advice;
  #open = new Set();
  #back = null;
  #closed = () => {};
  #written;
  #goTo;

  // `goTo` brings the page to a line of a file.
  constructor(panel, goTo) {
    this.#goTo = goTo;
    this.#written = panel.querySelector("#written");
    this.#trace = panel.querySelector("#trace");
    this.#findings = panel.querySelector("#findings");
    this.#none = panel.querySelector("#none");
    this.#advice = panel.querySelector("#advice");
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.#trace.hidden) this.close();
    });
  }

  // Errors first; one that was open stays open.
  findings(findings) {
    this.#none.hidden = findings.length > 0;
    const list = this.#findings.querySelector("ol");
    const key = JSON.stringify(findings);
    if (list.dataset.key === key) return;
    list.dataset.key = key;
    const focused = [...list.querySelectorAll("button")].indexOf(document.activeElement);
    const order = [...findings].sort((a, b) => (b.severity === "error") - (a.severity === "error"));
    list.replaceChildren(...order.map((finding, index) => this.#finding(finding, index)));
    if (focused >= 0) (list.querySelectorAll("button")[focused] ?? this.#findings.parentElement).focus();
  }

  #finding(finding, index) {
    const key = `${finding.code} ${finding.file} ${finding.message}`;
    const details = made(
      "div",
      { className: "source", id: `source-${index}`, hidden: !this.#open.has(key) },
      ...this.#lines(finding),
      made("p", { className: "hint", textContent: `Hint: ${finding.hint}` }),
      ...this.#toPage(finding),
    );
    const button = made(
      "button",
      { type: "button" },
      made("span", { className: "severity", textContent: `${finding.severity} ${finding.code}` }),
      ` ${finding.message}`,
      made("span", { className: "place", textContent: `${finding.file}, line ${finding.line}` }),
    );
    button.setAttribute("aria-controls", details.id);
    button.setAttribute("aria-expanded", String(!details.hidden));
    button.addEventListener("click", () => {
      details.hidden = !details.hidden;
      button.setAttribute("aria-expanded", String(!details.hidden));
      if (details.hidden) this.#open.delete(key);
      else this.#open.add(key);
    });
    return made("li", { className: finding.severity }, button, details);
  }

  #toPage({ file, line }) {
    if (!file.endsWith(".md")) return [];
    const button = made("button", { type: "button", textContent: "Show on the page" });
    button.addEventListener("click", () => this.#goTo({ file, line }));
    return [button];
  }

  // The line that a word of a page stands in, with what is around it.
  written({ file, line, lines, word }) {
    const place = `${file}:${line}`;
    const title = made("h2", { id: "written-title", textContent: word ? `“${word}”` : "Written here" });
    const copy = made("button", { type: "button", textContent: "Copy the place" });
    copy.addEventListener("click", () => navigator.clipboard.writeText(place));
    const close = made("button", { type: "button", textContent: "Close" });
    close.setAttribute("aria-label", "Close the line");
    close.addEventListener("click", () => {
      this.#written.hidden = true;
    });
    this.#written.replaceChildren(
      made("div", { className: "head" }, title, close),
      made("p", {}, made("code", { textContent: place }), " ", copy),
      ...this.#lines({ lines, line, column: this.#column(lines, line, word) }),
    );
    this.#written.hidden = false;
    this.#written.parentElement.scrollTop = 0;
  }

  #column(lines, line, word) {
    const text = lines.find((one) => one.number === line)?.text ?? "";
    return [...text.slice(0, Math.max(0, text.indexOf(word)))].length + 1;
  }

  #lines(finding) {
    if (!finding.lines.length) return [];
    const wide = String(finding.lines.at(-1).number).length;
    const lines = finding.lines.flatMap(({ number, text }) => {
      const margin = `${String(number).padStart(wide)}  `;
      if (number !== finding.line) return [`${margin}${text}\n`];
      return [made("mark", {}, margin, ...this.#pointed(text, finding.column)), "\n"];
    });
    return [made("pre", {}, ...lines)];
  }

  // A line with the word at a column (from 1) underlined.
  #pointed(text, column) {
    const before = [...text].slice(0, column - 1).join("");
    const word = text.slice(before.length).match(/^([\p{L}\p{N}_$.]+|.)/u)?.[0] ?? "";
    return [before, made("u", { textContent: word }), text.slice(before.length + word.length)];
  }

  // The facts behind the words of a figure; `closed` is called when the trace is.
  trace(figure, facts, written, closed) {
    this.#back = document.activeElement;
    this.#closed = closed;
    const title = made("h2", { id: "trace-title", tabIndex: -1, textContent: `“${figure}”` });
    const button = made("button", { type: "button", textContent: "Close" });
    button.setAttribute("aria-label", "Close the trace");
    button.addEventListener("click", () => this.close());
    const head = made("div", { className: "head" }, title, button);
    const place = written && made("p", { className: "place", textContent: `Written at ${written.file}:${written.line}` });
    this.#written.hidden = true;
    this.#trace.replaceChildren(head, ...(place ? [place] : []), ...facts.map((fact) => this.#fact(fact)));
    this.#trace.hidden = false;
    this.#advice.hidden = true;
    this.#trace.parentElement.scrollTop = 0;
    title.focus();
  }

  close() {
    const held = this.#trace.contains(document.activeElement);
    this.#trace.hidden = true;
    this.#advice.hidden = false;
    this.#closed();
    if (held && this.#back?.isConnected) this.#back.focus();
  }

  #fact(fact) {
    const terms = [
      ["Fact", made("code", { textContent: fact.name })],
      ["Value", fact.value || `none: ${fact.reason}`],
      ["Period", fact.period],
      ["Status", fact.status],
      ["Made by", fact.is && fact.is !== fact.name && made("code", { textContent: fact.is })],
      ["Source", fact.sources.length && this.#list(fact.sources.map((one) => this.#source(one)))],
      ["Cells", fact.cells.length && this.#cells(fact)],
    ];
    const shown = terms.filter(([, value]) => value);
    const list = shown.flatMap(([term, value]) => [
      made("dt", { textContent: term }),
      made("dd", {}, value),
    ]);
    return made(
      "article",
      {},
      made("h3", { textContent: fact.label || fact.name }),
      made("dl", {}, ...list),
    );
  }

  #list(items) {
    return made("ol", {}, ...items.map((item) => made("li", {}, ...item)));
  }

  #source(source) {
    const words = [source.publisher, source.title].filter(Boolean).join(": ");
    const date = source.retrieved ? `, retrieved ${source.retrieved}` : "";
    const address = source.url ? [made("br"), made("code", { textContent: source.url })] : [];
    return [`${words}${date}`, ...address];
  }

  #cells(fact) {
    const items = fact.cells.map((cell) => {
      return cell.line ? [cell.place, made("pre", { textContent: cell.line })] : [cell.place];
    });
    if (fact.more) items.push([`and ${fact.more} more`]);
    return this.#list(items);
  }
}

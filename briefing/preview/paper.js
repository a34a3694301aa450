// The pages: pictures as sharp as the screen, words to select and to read aloud, figures to choose.

import { lineOf, spotAt, wordAt } from "/places.js";

const POINT = 96 / 72;
const WIDEST = 5000;
const THUMBNAIL = 100;
const MOST_SEEN = 4;

function made(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

export class Paper {
  #main;
  #list;
  #told;
  #paper = null;
  #leaves = [];
  #zoom = 1;
  #near;
  #nearList;
  #current = 0;
  #expected = new Map();

  constructor(main, list, told) {
    this.#main = main;
    this.#list = list;
    this.#told = told;
    this.#near = this.#watch(main, "80% 0px", (leaf) => this.#draw(leaf));
    this.#nearList = this.#watch(list, "50% 0px", (leaf) => this.#drawThumbnail(leaf));
    main.addEventListener("scroll", () => requestAnimationFrame(() => this.#follow()));
    main.addEventListener("keydown", (event) => this.#move(event));
  }

  #watch(root, rootMargin, draw) {
    return new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const leaf = this.#leaves[Number(entry.target.dataset.page) - 1];
          if (!leaf) continue;
          leaf[root.id] = entry.isIntersecting;
          if (entry.isIntersecting) draw(leaf);
          else if (root === this.#main) this.#forget(leaf);
        }
      },
      { root, rootMargin },
    );
  }

  // Asks for the pictures that are seen before it is known what else changed.
  expect({ digest, drawn }) {
    this.#expected.clear();
    for (const leaf of this.#leaves.filter((one) => this.#isSeen(one))) {
      if (drawn && !drawn.includes(leaf.number)) continue;
      const address = this.#address(leaf, digest);
      this.#expected.set(address, made("img", { alt: "", src: address }));
    }
  }

  // Shows a paper; what stands at the top stays there, and a picture stays until its successor is
  // ready.
  show(paper) {
    this.#paper = paper;
    while (this.#leaves.length > paper.pages.length) this.#drop(this.#leaves.pop());
    paper.pages.forEach((size, index) => {
      if (!this.#leaves[index]) this.#leaves.push(this.#leaf(index + 1));
      const leaf = this.#leaves[index];
      Object.assign(leaf, { width: size.width, height: size.height });
      leaf.section.lang = paper.language;
      leaf.section.setAttribute("aria-label", `Page ${index + 1} of ${paper.pages.length}`);
    });
    this.#size();
    this.#drawAll();
    this.#follow();
  }

  get zoom() {
    return this.#zoom;
  }

  set zoom(value) {
    if (value === this.#zoom) return;
    this.#zoom = value;
    this.#size();
    this.#drawAll();
  }

  // The zoom at which a page is as wide as there is room, at most twice its size on paper.
  fitting() {
    const style = getComputedStyle(this.#main);
    const room = this.#main.clientWidth - 2 * parseFloat(style.paddingLeft);
    const widest = Math.max(...this.#leaves.map((leaf) => leaf.width));
    return Math.max(0.2, Math.min(2, room / (widest * POINT)));
  }

  // The page at the top of what is seen, and how far down it the top is, as a share of its height.
  place() {
    const top = this.#main.scrollTop;
    const index = this.#leaves.findIndex(({ section }) => section.offsetTop + section.offsetHeight > top);
    if (index < 0) return null;
    const { section } = this.#leaves[index];
    return { page: index + 1, share: (top - section.offsetTop) / section.offsetHeight };
  }

  goTo({ page, share }) {
    const leaf = this.#leaves[Math.min(page, this.#leaves.length) - 1];
    if (leaf) this.#main.scrollTop = leaf.section.offsetTop + share * leaf.section.offsetHeight;
  }

  turnTo(number) {
    const page = Math.max(1, Math.min(this.#leaves.length, Math.round(number) || 1));
    const leaf = this.#leaves[page - 1];
    if (leaf) this.#main.scrollTop = leaf.section.offsetTop - 8;
    this.#follow();
  }

  release() {
    for (const one of this.#main.querySelectorAll(".chosen")) one.classList.remove("chosen");
  }

  #leaf(number) {
    const picture = made("img", { alt: "" });
    const words = made("div", { className: "words" });
    const figures = made("div", { className: "figures" });
    figures.setAttribute("role", "group");
    figures.setAttribute("aria-label", `Figures on page ${number}`);
    const section = made("section", { className: "page" }, picture, words, figures);
    section.addEventListener("click", (event) => this.#clicked(event, number));
    const thumbnail = made("img", { alt: "" });
    const button = made("button", { type: "button" }, thumbnail, made("span", { textContent: `Page ${number}` }));
    const item = made("li", {}, button);
    section.dataset.page = item.dataset.page = number;
    button.addEventListener("click", () => {
      this.turnTo(number);
      this.#main.focus({ preventScroll: true });
    });
    this.#main.append(section);
    this.#list.firstElementChild.append(item);
    this.#near.observe(section);
    this.#nearList.observe(item);
    return { number, section, picture, words, figures, item, button, thumbnail };
  }

  #drop({ section, item }) {
    this.#near.unobserve(section);
    this.#nearList.unobserve(item);
    section.remove();
    item.remove();
  }

  #address(leaf, digest) {
    return `/pages/${digest}/${leaf.number}?width=${this.#pixels(leaf)}`;
  }

  #pixels(leaf) {
    return Math.min(WIDEST, Math.round(leaf.width * POINT * this.#zoom * devicePixelRatio));
  }

  // Sizes are whole device pixels, so that a picture's pixels are the screen's.
  #size() {
    const place = this.place();
    let changed = false;
    for (const leaf of this.#leaves) {
      const width = this.#pixels(leaf) / devicePixelRatio;
      if (leaf.sized === `${width} ${leaf.height}`) continue;
      leaf.sized = `${width} ${leaf.height}`;
      changed = true;
      leaf.section.style.width = `${width}px`;
      leaf.section.style.height = `${(width * leaf.height) / leaf.width}px`;
      for (const layer of [leaf.words, leaf.figures]) {
        layer.style.width = `${leaf.width}px`;
        layer.style.height = `${leaf.height}px`;
        layer.style.transform = `scale(${width / leaf.width})`;
      }
    }
    if (changed && place) this.goTo(place);
  }

  async #drawAll() {
    const paper = this.#paper;
    const near = this.#leaves.filter((leaf) => leaf[this.#main.id]);
    await Promise.all(near.filter((leaf) => this.#isSeen(leaf)).map((leaf) => this.#draw(leaf)));
    for (const leaf of near) {
      if (paper === this.#paper) await this.#draw(leaf);
    }
    for (const leaf of this.#leaves) {
      if (paper !== this.#paper) return;
      await this.#write(leaf);
      if (leaf[this.#list.id]) await this.#drawThumbnail(leaf);
    }
  }

  #isSeen({ section }) {
    const top = section.offsetTop - this.#main.scrollTop;
    return top < this.#main.clientHeight && top + section.offsetHeight > 0;
  }

  // Of a paper that is being made some pages are there before the others.
  #isDrawn(leaf) {
    return this.#paper.drawn === null || this.#paper.drawn.includes(leaf.number);
  }

  async #draw(leaf) {
    if (!this.#isDrawn(leaf)) return;
    const address = this.#address(leaf, this.#paper.digest);
    if (leaf.address !== address) {
      leaf.address = address;
      leaf.picture = await this.#successor(leaf.picture, address, () => leaf.address === address);
    }
    await this.#write(leaf);
  }

  // Pictures are large: far from what is seen they are let go.
  #forget(leaf) {
    leaf.address = "";
    const blank = made("img", { alt: "" });
    leaf.picture.replaceWith(blank);
    leaf.picture = blank;
  }

  async #drawThumbnail(leaf) {
    const pixels = Math.round(THUMBNAIL * devicePixelRatio);
    const address = `/pages/${this.#paper.digest}/${leaf.number}?thumbnail=${pixels}`;
    if (this.#paper.drawn || leaf.small === address) return;
    leaf.small = address;
    leaf.thumbnail = await this.#successor(leaf.thumbnail, address, () => leaf.small === address);
  }

  async #successor(picture, address, isWanted) {
    const fresh = this.#expected.get(address) ?? made("img", { alt: "", src: address });
    this.#expected.delete(address);
    try {
      await fresh.decode();
    } catch {
      return picture; // a newer paper has taken this one's place: its pictures come next
    }
    if (!isWanted()) return picture;
    picture.replaceWith(fresh);
    return fresh;
  }

  // The words of a page where the picture has them, and its figures.
  async #write(leaf) {
    const paper = this.#paper;
    if (leaf.written === paper.digest || !this.#isDrawn(leaf)) return;
    leaf.written = paper.digest;
    const answer = await fetch(`/pages/${paper.digest}/${leaf.number}.json`).catch(() => null);
    if (!answer?.ok || leaf.written !== paper.digest) return;
    const { words: spans, figures, spots } = await answer.json();
    if (leaf.written !== paper.digest) return;
    Object.assign(leaf, { spots, read: paper.digest });
    const elements = spans.map((span) => made("span", { textContent: `${span.text} ` }));
    spans.forEach((span, index) => {
      const { style } = elements[index];
      style.left = `${span.left}px`;
      style.top = `${span.top}px`;
      style.fontSize = `${span.height}px`;
    });
    leaf.words.replaceChildren(...elements);
    const widths = elements.map((element) => element.offsetWidth);
    spans.forEach((span, index) => {
      if (widths[index]) elements[index].style.transform = `scaleX(${span.width / widths[index]})`;
    });
    this.#place(leaf, figures);
    this.#told.written();
  }

  // What is written where a page is clicked: file, line, the lines around it.
  #written(event, number) {
    const leaf = this.#leaves[number - 1];
    const box = leaf.section.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * leaf.width;
    const y = ((event.clientY - box.top) / box.height) * leaf.height;
    const spot = spotAt(leaf.spots ?? [], x, y);
    if (!spot) return null;
    const word = event.target.closest?.(".figures") ? "" : wordAt(event.clientX, event.clientY);
    return { file: spot.file, line: lineOf(spot, word, y), lines: spot.lines, word };
  }

  #clicked(event, number) {
    if (event.target.closest(".figures") || !getSelection().isCollapsed) return;
    const written = this.#written(event, number);
    if (written) this.#told.pointed(written);
  }

  // All that is known to stand on the pages, each with its page.
  spots() {
    return this.#leaves.flatMap((leaf) => (leaf.spots ?? []).map((spot) => ({ leaf, spot })));
  }

  // Whether the words of all pages have come.
  isWhole() {
    return this.#leaves.length > 0 && this.#leaves.every((leaf) => leaf.read === this.#paper.digest);
  }

  // The next place behind `after` pages whose words hold the text; from the first page on again.
  search(text, after) {
    const wanted = text.toLocaleLowerCase();
    const order = [...this.#leaves.slice(after), ...this.#leaves.slice(0, after)];
    for (const leaf of order) {
      const spans = [...leaf.words.querySelectorAll("span")];
      const whole = spans.map((span) => span.textContent).join("").toLocaleLowerCase();
      let at = whole.indexOf(wanted);
      if (at < 0) continue;
      for (const span of spans) {
        at -= span.textContent.length;
        if (at < 0) return { leaf, spot: this.#spotOf(span, leaf) };
      }
    }
    return null;
  }

  #spotOf(span, leaf) {
    const scale = leaf.section.clientWidth / leaf.width;
    const box = span.getBoundingClientRect();
    const page = leaf.section.getBoundingClientRect();
    const points = (length) => length / scale;
    return {
      left: points(box.left - page.left),
      top: points(box.top - page.top),
      width: points(box.width),
      height: points(box.height),
    };
  }

  // Brings a spot of a page into sight and marks it.
  point({ leaf, spot }) {
    this.mark({ leaf, spot });
    const scale = leaf.section.clientHeight / leaf.height;
    const top = leaf.section.offsetTop + spot.top * scale;
    this.#main.scrollTop = top - this.#main.clientHeight / 4;
    this.#follow();
  }

  // Marks a spot of a page and no other; none where it is null.
  mark(found) {
    for (const one of this.#main.querySelectorAll(".shown")) one.remove();
    if (!found) return;
    const { leaf, spot } = found;
    const mark = made("div", { className: "shown" });
    Object.assign(mark.style, {
      left: `${spot.left - 3}px`,
      top: `${spot.top - 3}px`,
      width: `${spot.width + 6}px`,
      height: `${spot.height + 6}px`,
    });
    leaf.words.append(mark);
  }

  #place(leaf, figures) {
    const focused = [...leaf.figures.children].indexOf(document.activeElement);
    const elements = figures.flatMap((figure) => this.#figure(figure, leaf));
    leaf.figures.replaceChildren(...elements);
    leaf.figures.hidden = elements.length === 0;
    const stop = elements[focused] ?? elements[0];
    if (stop) stop.tabIndex = 0;
    if (focused >= 0) stop?.focus({ preventScroll: true });
  }

  // A figure of several lines is one button and a box for each further line.
  #figure(figure, leaf) {
    return figure.areas.map(([left, bottom, right, top], index) => {
      const element = index ? made("i") : made("button", { type: "button", tabIndex: -1 });
      if (index) element.setAttribute("aria-hidden", "true");
      else element.setAttribute("aria-label", `Trace of ${figure.text}`);
      element.title = figure.text;
      Object.assign(element.style, {
        left: `${left}px`,
        top: `${leaf.height - top}px`,
        width: `${right - left}px`,
        height: `${top - bottom}px`,
      });
      element.addEventListener("click", (event) => {
        this.release();
        element.classList.add("chosen");
        this.#told.chosen(figure.text, figure.facts, this.#written(event, leaf.number));
      });
      return element;
    });
  }

  // One stop of the Tab key a page; arrows go from figure to figure.
  #move(event) {
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const from = event.target.closest?.(".figures button");
    if (!from || !(event.key in steps)) return;
    const all = [...from.parentElement.querySelectorAll("button")];
    const to = all[all.indexOf(from) + steps[event.key]];
    if (!to) return;
    event.preventDefault();
    from.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  }

  #follow() {
    const middle = this.#main.scrollTop + this.#main.clientHeight / 3;
    const index = this.#leaves.findLastIndex(({ section }) => section.offsetTop <= middle);
    const number = Math.max(1, index + 1);
    for (const leaf of this.#leaves) {
      if (leaf.number === number) leaf.button.setAttribute("aria-current", "page");
      else leaf.button.removeAttribute("aria-current");
    }
    if (number !== this.#current) {
      const { item } = this.#leaves[number - 1] ?? {};
      item?.scrollIntoView({ block: "nearest" });
    }
    this.#current = number;
    const seen = this.#leaves.filter((leaf) => this.#isSeen(leaf)).map((leaf) => leaf.number);
    this.#told.turned(number, seen.slice(0, MOST_SEEN));
  }
}

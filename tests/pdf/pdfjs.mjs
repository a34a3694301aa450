// Prints the text that pdf.js extracts: node pdfjs.mjs <folder of pdfjs-dist> <file>.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

globalThis.DOMMatrix ??= class {}; // Node has none; only drawing would use it.
const [home, file] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(`${home}/legacy/build/pdf.mjs`));
const data = new Uint8Array(readFileSync(file));
const document = await getDocument({ data, verbosity: 0 }).promise;
for (let number = 1; number <= document.numPages; number++) {
  const { items } = await (await document.getPage(number)).getTextContent();
  console.log(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
}

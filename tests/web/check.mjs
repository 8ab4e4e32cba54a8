// Looks at mails and pages in headless Chromium, as readers with phones, dark screens and screen
// readers meet them. Usage: node check.mjs mail=FILE[,lead] web=FILE ...   (CHROMIUM names the browser)
import { readFileSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const here = new URL(".", import.meta.url);
const known = ["chromium", "chromium-browser", "google-chrome"].map((name) => `/usr/bin/${name}`);
const executablePath = process.env.CHROMIUM ?? known.find((path) => existsSync(path));
let failed = 0;
const fail = (file, what) => { failed += 1; console.log(`FAILED: ${file}: ${what}`); };

// Words that are broken inside a cell: each word's letters stand on one line.
const broken = () => {
  const found = [];
  for (const cell of document.querySelectorAll("td,th")) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (const match of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        if (lines.size > 1) found.push(match[0]);
      }
    }
  }
  return found;
};

const countTables = (node) => (["table"].includes(node.role) ? 1 : 0) + (node.children ?? []).reduce((sum, child) => sum + countTables(child), 0);

async function look(browser, kind, file, lead) {
  const page = await browser.newPage();
  const outside = [];
  page.on("request", (request) => { if (!/^(file|data|about):/.test(request.url())) outside.push(request.url()); });
  const html = readFileSync(file, "utf8");
  for (const styled of [true, false]) {
    for (const width of [320, 375, 600]) {
      await page.setViewport({ width, height: 900 });
      await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
      if (!styled) {
        if (kind === "web") continue;
        await page.evaluate(() => document.querySelectorAll("style").forEach((style) => style.remove()));
      }
      const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
      if (scroll > width) fail(file, `scrolls sideways at ${width} pixels${styled ? "" : " without styles"}: ${scroll}`);
      const words = await page.evaluate(broken);
      if (words.length) fail(file, `words are broken in cells at ${width} pixels: ${words.slice(0, 5)}`);
      if (styled && width === 375 && kind === "mail" && lead) {
        const top = await page.evaluate(() => document.querySelector("h2")?.getBoundingClientRect().top ?? 0);
        if (top > 500) fail(file, `the lead story begins at ${Math.round(top)} pixels; 500 are seen first`);
      }
    }
  }
  for (const scheme of ["light", "dark"]) {
    await page.setViewport({ width: 600, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
    await page.evaluate(axe);
    const off = kind === "mail" ? { "landmark-one-main": { enabled: false }, region: { enabled: false } } : {};
    const { violations } = await page.evaluate((rules) => globalThis.axe.run(document, { rules }), off);
    for (const one of violations) fail(file, `axe, ${scheme}: ${one.id}: ${one.nodes.map((node) => node.target).slice(0, 3).join(" ")}`);
  }
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  const data = await page.evaluate(() => document.querySelectorAll("table:has(th)").length);
  const heard = tree ? countTables(tree) : -1;
  if (heard !== data) fail(file, `${heard} tables are heard, ${data} hold data`);
  if (outside.length) fail(file, `fetches ${outside.slice(0, 3)}`);
  const loader = new FileSystemConfigLoader(JSON.parse(readFileSync(new URL(`${kind}.htmlvalidate.json`, here), "utf8")));
  const report = await new HtmlValidate(loader).validateString(html, `${file}.checked.html`);
  for (const result of report.results) {
    for (const message of result.messages.filter((one) => one.severity === 2)) fail(file, `${message.line}:${message.column}: ${message.ruleId}: ${message.message}`);
  }
  await page.close();
}

// Where a program darkens the mail by itself, styles do not tell: the pixels of each text do.
async function darkened(file) {
  const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--enable-features=WebContentsForceDark"] });
  const page = await browser.newPage();
  await page.setViewport({ width: 600, height: 900 });
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  const boxes = await page.evaluate(() => [...document.querySelectorAll("p,li,h1,h2,h3,th,td")]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .map((element) => { const box = element.getBoundingClientRect(); return { text: element.textContent.trim().slice(0, 40), x: box.x, y: box.y + scrollY, width: box.width, height: box.height }; })
    .filter((box) => box.width > 0 && box.height > 0));
  const picture = await page.screenshot({ fullPage: true, encoding: "base64" });
  const ratios = await page.evaluate(async (data, boxes) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const channel = (value) => { const share = value / 255; return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4; };
    return boxes.map((box) => {
      const pixels = context.getImageData(box.x, box.y, Math.ceil(box.width), Math.ceil(box.height)).data;
      let [low, high] = [1, 0];
      for (let at = 0; at < pixels.length; at += 4) {
        const light = 0.2126 * channel(pixels[at]) + 0.7152 * channel(pixels[at + 1]) + 0.0722 * channel(pixels[at + 2]);
        low = Math.min(low, light);
        high = Math.max(high, light);
      }
      return (high + 0.05) / (low + 0.05);
    });
  }, picture, boxes);
  ratios.forEach((ratio, at) => { if (ratio < 4.5) fail(file, `darkened by the program, \`${boxes[at].text}\` has a contrast of ${ratio.toFixed(1)}`); });
  if (!boxes.length) fail(file, "no text was sampled in the dark");
  await browser.close();
}

if (!executablePath) {
  console.log("SKIPPED: no Chromium is installed: mails and pages were not looked at in a browser");
  process.exit(0);
}
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
for (const argument of process.argv.slice(2)) {
  const [kind, rest] = argument.split("=");
  const [file, lead] = rest.split(",");
  await look(browser, kind, file, lead === "lead");
  if (kind === "mail") await darkened(file);
}
await browser.close();
console.log(failed ? `${failed} failures in the browser` : "browser: all passed");
process.exit(failed ? 1 : 0);

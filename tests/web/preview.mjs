// The preview as somebody uses it, in headless Chromium: open, edit, make a mistake, mend it, add a picture,
// edit a layout, with keyboard and screen reader in mind. Usage: node preview.mjs BULLETIN PROJECT
// With EDITS=20 it measures instead how long it takes from save to shown (benches/preview.sh).
import { spawn } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const known = ["chromium", "chromium-browser", "google-chrome"].map((name) => `/usr/bin/${name}`);
const executablePath = process.env.CHROMIUM ?? known.find((path) => existsSync(path));
const [bulletin, project] = process.argv.slice(2);
const edits = Number(process.env.EDITS ?? 0);
let failed = 0;
const check = (holds, what) => { if (!holds) { failed += 1; console.log(`FAILED: preview: ${what}`); } };

const root = mkdtempSync(join(tmpdir(), "preview-"));
cpSync(join(project, "sources"), join(root, "sources"), { recursive: true });
copyFileSync(join(project, "bulletin.yaml"), join(root, "bulletin.yaml"));
writeFileSync(join(root, "editor.sh"), `#!/bin/sh\necho "$1" >>"${root}/opened"\n`);
chmodSync(join(root, "editor.sh"), 0o755);
const month = process.env.MONTH ?? "2024-04";
const text = join(root, process.env.TEXT ?? "sources/updates/2024-04/entrack-synergy-call.md");
const before = readFileSync(text, "utf8");

const child = spawn(bulletin, ["preview", month], { cwd: root, env: { ...process.env, BULLETIN_EDITOR: join(root, "editor.sh") } });
const url = await new Promise((resolve) => createInterface({ input: child.stdout }).once("line", resolve));
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking"] });
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 800 });
const outside = [];
page.on("request", (request) => { if (!request.url().startsWith(url) && !/^(data|about):/.test(request.url())) outside.push(request.url()); });
page.on("pageerror", (error) => check(false, `script: ${error.message}`));
page.on("console", (message) => { if (message.type() === "error" && !/404|500|"img-src 'none'"/.test(message.text())) check(false, `console: ${message.text()}`); });
await page.goto(url);
const built = () => page.evaluate(() => Number(document.querySelector("#status").dataset.build ?? 0));
const until = async (what, holds, ...more) => {
  try { await page.waitForFunction(holds, { timeout: 30000, polling: 10 }, ...more); } catch { check(false, `never: ${what}`); }
};
await until("the first build", () => Number(document.querySelector("#status").dataset.build) > 0);
const inFrame = (word) => [...document.querySelectorAll("#frame iframe")].some((frame) => frame.style.visibility !== "hidden" && frame.contentDocument?.body?.textContent.includes(word));

if (edits) {
  // From the save until the mail in the page says the new word, and until the report's page is there.
  await page.click("#view-mail");
  await until("the mail", inFrame, "");
  const times = [];
  for (let at = 0; at < edits; at += 1) {
    const word = `Zebra${at}`;
    const begun = performance.now();
    writeFileSync(text, before.trimEnd().replace(/\n\n/, `\n\n${word} `) + "\n");
    await until(word, inFrame, word);
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  console.log(`${edits} edits, save to shown: median ${Math.round(times[Math.floor(edits / 2)])} ms, 95th percentile ${Math.round(times[Math.floor(edits * 0.95)])} ms`);
} else {
  await page.evaluate(() => { window.neverLeft = true; });
  // Every view in light and dark, wide and narrow, by axe.
  for (const scheme of ["light", "dark"]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    for (const view of ["report", "mail", "text", "web", "proof"]) {
      await page.click(`#view-${view}`);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await page.evaluate(axe);
      const results = await page.evaluate(() => axe.run(document, { iframes: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }));
      for (const one of results.violations) check(false, `axe, ${view} ${scheme}: ${one.id}: ${one.nodes.map((node) => node.html.slice(0, 80)).join(" | ")}`);
    }
  }
  await page.setViewport({ width: 320, height: 800 });
  for (const view of ["report", "mail"]) {
    await page.click(`#view-${view}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    check(wide <= 320, `${view} scrolls sideways at 320 pixels: ${wide}`);
  }
  await page.setViewport({ width: 1280, height: 800 });
  await page.emulateMediaFeatures([]);

  // An edit changes the mail and the page without a reload, and the scroll stays.
  await page.click("#view-mail");
  await until("the mail", inFrame, "stakeholders");
  await page.evaluate(() => document.querySelector("#frame iframe").contentWindow.scrollTo(0, 400));
  const pages = () => page.evaluate(() => [...document.querySelectorAll("#pages img")].map((image) => image.getAttribute("src")));
  await page.click("#view-report");
  await page.evaluate(() => { document.querySelector("#panel").scrollTop = 700; });
  const old = await pages();
  writeFileSync(text, before.replace("to inform stakeholders", "to inform Quokka stakeholders"));
  const build = await built();
  await until("a second build", (build) => Number(document.querySelector("#status").dataset.build) > build, build);
  const now = await pages();
  check(now.some((name, at) => name !== old[at]), "no page changed");
  check(now.some((name, at) => name === old[at]), "all pages changed");
  const scrolled = await page.evaluate(() => document.querySelector("#panel").scrollTop);
  check(Math.abs(scrolled - 700) <= 2, `the report was scrolled to ${scrolled}, not 700`);
  await page.click("#view-mail");
  await until("the edit in the mail", inFrame, "Quokka");
  const kept = await page.evaluate(() => document.querySelector("#frame iframe").contentWindow.scrollY);
  check(Math.abs(kept - 400) <= 2, `the mail was scrolled to ${kept}, not 400`);
  check(await page.evaluate(() => window.neverLeft === true), "the page was loaded anew");

  // A mistake shows with its place, and opens; it is gone after it was mended.
  writeFileSync(text, `---\nnonsense: [\n---\n${before}`);
  await until("the mistake", () => document.querySelector("#list .error button") && !document.querySelector("#stale").hidden);
  check(await page.evaluate(() => document.querySelector("#list .error button").textContent.includes("entrack-synergy-call.md:")), "the mistake has no place");
  check(await page.evaluate(inFrame, "Quokka"), "the last good mail is gone");
  await page.click("#list .error button");
  for (let at = 0; at < 200 && !existsSync(join(root, "opened")); at += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  check(existsSync(join(root, "opened")) && /entrack-synergy-call\.md:\d+:\d+/.test(readFileSync(join(root, "opened"), "utf8")), "the editor was not called");
  writeFileSync(text, before);
  await until("the mistake's end", () => !document.querySelector("#list .error") && document.querySelector("#stale").hidden);

  // A picture is added; without pictures none is asked for.
  mkdirSync(join(root, "sources/images"), { recursive: true });
  copyFileSync(join(project, "docs/pictures/newsletter.png"), join(root, "sources/images/view.png"));
  writeFileSync(text, `${before.trimEnd()}\n\n![A view of the newsletter](view.png "Photo: Example, CC BY 4.0")\n`);
  await page.click("#view-web");
  const pictures = () => [...document.querySelectorAll("#frame iframe")].some((frame) => [...(frame.contentDocument?.images ?? [])].some((image) => image.alt === "A view of the newsletter" && image.naturalWidth > 0));
  await until("the picture", pictures);
  await page.click("#bare");
  await until("no picture", () => [...document.querySelectorAll("#frame iframe")].every((frame) => [...(frame.contentDocument?.images ?? [])].every((image) => image.naturalWidth === 0)) && document.querySelectorAll("#frame iframe").length === 1);
  await page.click("#bare");

  // A layout of one's own.
  mkdirSync(join(root, "layouts/words"), { recursive: true });
  writeFileSync(join(root, "layouts/words/en.ftl"), "mail-privacy = Your data, mate\n");
  await page.click("#view-mail");
  await until("the layout's words", inFrame, "Your data, mate");

  // Arrows go from tab to tab.
  await page.focus("#view-mail");
  await page.keyboard.press("ArrowRight");
  check(await page.evaluate(() => document.activeElement.id === "view-text" && document.activeElement.getAttribute("aria-selected") === "true"), "arrows do not go to the next tab");
}
check(outside.length === 0, `asked elsewhere: ${outside.slice(0, 3)}`);
await browser.close();
child.kill("SIGINT");
const code = await new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
check(code === 0, `the preview ended with ${code}`);
rmSync(root, { recursive: true, force: true });
if (!edits) console.log(failed ? `${failed} failures` : "the preview follows edits, mistakes, pictures and layouts; axe: 0 violations");
process.exit(failed ? 1 : 0);

"use strict";
// What the page does: it takes each build's news, and changes only what is another than before.
const at = id => document.getElementById(id);
const remembered = key => { try { return sessionStorage.getItem(key); } catch { return null; } };
const remember = (key, value) => { try { sessionStorage.setItem(key, value); } catch { /* not allowed: forgotten */ } };
const chosen = { edition: remembered("edition"), view: remembered("view") || "report", width: remembered("width") || "full", dark: remembered("dark") === "true", bare: remembered("bare") === "true" };
let shown = null;
let listed = "";

const edition = () => shown.editions.find(one => one.language === chosen.edition) || shown.editions[0];
const file = kind => { const own = edition(); return own && own.files.find(one => one.kind === kind); };
const choose = (key, value) => { chosen[key] = value; remember(key, value); draw(); };
const element = (tag, words, className) => { const made = document.createElement(tag); if (words) made.textContent = words; if (className) made.className = className; return made; };

// Tabs: one of them is in the order of tabulation, arrows go to the others.
function tabs(list, choice) {
  for (const tab of list.children) {
    const on = choice(tab);
    tab.setAttribute("aria-selected", String(on));
    tab.tabIndex = on ? 0 : -1;
    if (on && list.id === "views") at("panel").setAttribute("aria-labelledby", tab.id);
  }
}
for (const list of [at("views"), at("editions")]) {
  list.addEventListener("keydown", event => {
    const all = [...list.children];
    const to = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = event.key === "Home" ? all[0] : event.key === "End" ? all.at(-1) : to && all[(all.indexOf(document.activeElement) + to + all.length) % all.length];
    if (next) { event.preventDefault(); next.focus(); next.click(); }
  });
}
at("views").addEventListener("click", event => { if (event.target.dataset.view) choose("view", event.target.dataset.view); });
at("editions").addEventListener("click", event => { if (event.target.dataset.edition) choose("edition", event.target.dataset.edition); });
at("widths").addEventListener("click", event => { if (event.target.dataset.width) choose("width", event.target.dataset.width); });
at("dark").addEventListener("click", () => choose("dark", !chosen.dark));
at("bare").addEventListener("click", () => choose("bare", !chosen.bare));

function drawFindings() {
  const text = JSON.stringify([shown.findings, shown.build === 0]);
  if (text === listed) return;
  listed = text;
  at("none").hidden = shown.findings.length > 0 || shown.build === 0;
  const alike = (a, b) => a.rule === b.rule && a.severity === b.severity && a.hints[0] === b.hints[0];
  const groups = [];
  shown.findings.forEach((finding, number) => {
    const group = finding.hints.length && groups.find(group => alike(group[0].finding, finding));
    if (group) group.push({ finding, number }); else groups.push([{ finding, number }]);
  });
  const place = ({ finding, number }) => {
    if (!finding.file) return null;
    const where = [finding.file, finding.line, finding.column].filter(part => part != null).join(":");
    const button = element("button", where);
    button.setAttribute("aria-label", `Open ${where} in your editor`);
    button.addEventListener("click", async () => {
      const answer = await fetch(`open/${number}`, { method: "POST" });
      if (!answer.ok) at("status").textContent = (await answer.text()).trim();
    });
    return button;
  };
  const items = groups.map(group => {
    const [{ finding }] = group;
    const item = element("li", "", finding.severity);
    item.append(element("p", finding.message, "what"));
    item.append(...[place(group[0])].filter(Boolean));
    finding.hints.forEach(hint => item.append(element("p", hint, "hint")));
    if (finding.why) {
      const why = element("details");
      why.append(element("summary", `Why: ${finding.rule}`), element("p", finding.why), element("p", finding.cure));
      item.append(why);
    }
    if (group.length > 1) {
      const more = element("details");
      more.append(element("summary", group.length === 2 ? "and 1 more such" : `and ${group.length - 1} more such`));
      group.slice(1).forEach(one => more.append(element("p", one.finding.message), ...[place(one)].filter(Boolean)));
      item.append(more);
    }
    return item;
  });
  at("list").replaceChildren(...items);
}

function drawPages() {
  const own = edition();
  const pages = own ? own.pages : [];
  const list = at("pages");
  while (list.children.length > pages.length) list.lastChild.remove();
  pages.forEach((page, index) => {
    const source = `pages/${page.name}.svg`;
    let image = list.children[index];
    if (!image) { image = element("img"); image.loading = "lazy"; image.id = `page-${index + 1}`; list.append(image); }
    if (image.getAttribute("src") !== source) {
      image.width = Math.round(page.width);
      image.height = Math.round(page.height);
      image.src = source;
    }
    image.alt = `Page ${index + 1} of ${pages.length}; its words are in the PDF and on the web edition`;
  });
  const numbers = at("numbers");
  if (numbers.children.length !== pages.length) {
    numbers.replaceChildren(...pages.map((_, index) => {
      const link = element("a", String(index + 1));
      link.href = `#page-${index + 1}`;
      link.setAttribute("aria-label", `Page ${index + 1}`);
      return link;
    }));
  }
}

// A frame is loaded beside the old one and takes its place, scrolled as far, once it is there.
function drawFrame(source, title) {
  const holder = at("frame");
  const old = holder.querySelector("iframe:last-of-type");
  const style = chosen.width === "full" ? "100%" : `${chosen.width}px`;
  if (old && old.dataset.source === source) { old.style.width = style; return; }
  const same = old && old.dataset.page === source.split("?")[0];
  const frame = element("iframe");
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.title = title;
  frame.dataset.source = source;
  frame.dataset.page = source.split("?")[0];
  frame.style.width = style;
  if (old) { frame.style.position = "absolute"; frame.style.visibility = "hidden"; }
  frame.addEventListener("load", () => {
    const others = [...holder.children].filter(other => other !== frame);
    const before = same && others.length ? others[0].contentWindow : null;
    const [x, y] = before ? [before.scrollX, before.scrollY] : [0, 0];
    frame.style.position = "";
    frame.contentWindow.scrollTo(x, y);
    frame.style.visibility = "";
    others.forEach(other => other.remove());
    frame.contentWindow.scrollTo(x, y);
  }, { once: true });
  frame.src = source;
  holder.append(frame);
}

function draw() {
  if (!shown) return;
  const own = edition();
  at("month").textContent = shown.month;
  document.title = `${shown.errors ? `(${shown.errors}) ` : ""}Preview ${shown.month}`;
  at("stale").hidden = !shown.stale;
  at("stale").textContent = shown.stale || "";
  drawFindings();
  const names = shown.editions.map(one => one.language).join();
  if (at("editions").dataset.names !== names) {
    at("editions").dataset.names = names;
    at("editions").replaceChildren(...shown.editions.map(one => {
      const tab = element("button", one.name || one.language);
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", "panel");
      tab.lang = one.language;
      tab.dataset.edition = one.language;
      return tab;
    }));
  }
  at("editions").hidden = shown.editions.length < 2;
  tabs(at("editions"), tab => own && tab.dataset.edition === own.language);
  tabs(at("views"), tab => tab.dataset.view === chosen.view);
  const report = chosen.view === "report";
  at("pages").hidden = at("numbers").hidden = !report;
  at("frame").hidden = report;
  at("widths").hidden = report;
  at("dark").hidden = report || chosen.view === "proof";
  at("bare").hidden = !["mail", "web"].includes(chosen.view);
  for (const button of at("widths").children) button.setAttribute("aria-pressed", String(button.dataset.width === chosen.width));
  at("dark").setAttribute("aria-pressed", String(chosen.dark));
  at("bare").setAttribute("aria-pressed", String(chosen.bare));
  const pdf = file("pdf");
  at("pdf").hidden = !pdf;
  if (pdf) { at("pdf").href = `files/${pdf.file}`; at("pdf").setAttribute("aria-label", "Download the report as PDF"); }
  if (report) return drawPages();
  const output = file(chosen.view);
  if (!output) return at("frame").replaceChildren();
  const wishes = [chosen.dark && chosen.view !== "proof" && "dark", chosen.bare && "bare", chosen.view === "text" && "page", output.mark].filter(Boolean);
  drawFrame(`files/${output.file}?${wishes.join("&")}`, at(`view-${chosen.view}`).textContent);
}

function take(news) {
  shown = news;
  draw();
  at("status").textContent = `Built in ${news.took} ms: ${news.found}`;
  at("status").dataset.build = news.build;
}

// One stream a tab, closed while nobody looks.
let stream = null;
function listen() {
  if (document.hidden) { if (stream) stream.close(); stream = null; return; }
  if (stream) return;
  stream = new EventSource("events");
  stream.addEventListener("message", event => take(JSON.parse(event.data)));
  stream.addEventListener("error", () => { at("status").textContent = "The preview has ended; start it again with `bulletin preview`."; });
}
document.addEventListener("visibilitychange", listen);
listen();

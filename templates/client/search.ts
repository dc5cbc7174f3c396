import { containsPhrase, parseQuery, type Query, type QueryWord } from "../../src/languages/search-words.ts";
import { findHits, makeExcerpt, markHits, type Piece } from "./excerpt.ts";
import { type Engine, type Found, type IndexedArticle, openEngine } from "./pagefind-engine.ts";

/*
 * The search page: finds while somebody types, keeps the query in the address (?q=), and says what it found in the
 * live region. All words that it shows come from data-* attributes of #search-results.
 */

/** Typing goes on. */
const settle = 200;
const resultsAtOnce = 20;
/** A phrase is looked for in the texts of the best articles that have its words. */
const maxPhraseCandidates = 200;

const form = element("search-form", HTMLFormElement);
const input = element("search-input", HTMLInputElement);
const status = element("search-status", HTMLElement);
const list = element("search-results", HTMLElement);
const lang = document.documentElement.lang || "en";
const plural = new Intl.PluralRules(lang);
const number = new Intl.NumberFormat(lang);
const date = new Intl.DateTimeFormat(lang, { dateStyle: "long", calendar: "gregory", timeZone: "UTC" });

let engine: Promise<Engine> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Counts searches, so that a slow one does not overwrite a later one. */
let current = 0;

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no #${id}`);
  return found;
}

/** A string of the page by its name; `{count}` and `{query}` in it are filled in. */
function say(name: string, values: Record<string, string> = {}): string {
  const template = list.dataset[name] ?? "";
  return template.replace(/\{(\w+)\}/g, (placeholder, key: string) => values[key] ?? placeholder);
}

async function run(): Promise<void> {
  const typed = input.value.trim();
  current += 1;
  const mine = current;
  const isCurrent = (): boolean => mine === current;
  keepInAddress(typed);
  const query = parseQuery(typed);
  if (query.words.length === 0) return show([], "");
  if (location.protocol === "file:") return show([], say("file"));
  if (engine === undefined) show([], say("loading"));
  try {
    engine ??= openEngine(new URL("pagefind/", document.baseURI).href);
    const opened = await engine;
    const { found, forms } = await find(opened, query);
    if (!isCurrent()) return;
    if (found.length === 0) return show([], say("none", { query: typed }));
    await showFound(found, forms, isCurrent);
  } catch (error) {
    console.error(error);
    engine = undefined;
    if (isCurrent()) show([], say("failed"));
  }
}

interface Outcome {
  found: Found[];
  /** The forms that the words were found in, for marking them. */
  forms: string[];
}

/** All words as they are; when no article has them, those that are found nowhere in a looser form. */
async function find(opened: Engine, query: Query): Promise<Outcome> {
  let forms = query.words.map((word) => word.form);
  let found = await opened.search(forms);
  if (found.length === 0) {
    const looser = await Promise.all(query.words.map((word) => loosen(opened, word)));
    if (looser.some((form, index) => form !== forms[index])) {
      forms = looser;
      found = await opened.search(forms);
    }
  }
  return { found: query.phrases.length === 0 ? found : await keepPhrases(found, query.phrases), forms };
}

async function loosen(opened: Engine, { form, looser }: QueryWord): Promise<string> {
  for (const candidate of [form, ...looser]) {
    if ((await opened.search([candidate])).length > 0) return candidate;
  }
  return form;
}

async function keepPhrases(found: Found[], phrases: readonly string[][]): Promise<Found[]> {
  const candidates = found.slice(0, maxPhraseCandidates);
  const articles = await Promise.all(candidates.map(({ load }) => load()));
  return candidates.filter((_, index) => {
    const article = articles[index];
    const text = article === undefined ? "" : `${article.meta.title ?? ""}\n${article.content}`;
    return phrases.every((phrase) => containsPhrase(text, phrase));
  });
}

function show(children: readonly Node[], message: string): void {
  list.replaceChildren(...children);
  status.textContent = message;
}

async function showFound(
  found: readonly Found[],
  forms: readonly string[],
  isCurrent: () => boolean,
): Promise<void> {
  const items = await loadItems(found.slice(0, resultsAtOnce), forms);
  if (!isCurrent()) return;
  const count = found.length;
  const name = `count${capitalize(plural.select(count))}`;
  show(items, say(list.dataset[name] === undefined ? "countOther" : name, { count: number.format(count) }));
  addMore(found.slice(resultsAtOnce), forms, isCurrent);
}

/** A button below the results that brings the next ones, and moves the focus to the first of them. */
function addMore(rest: readonly Found[], forms: readonly string[], isCurrent: () => boolean): void {
  if (rest.length === 0) return;
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "search-more";
  button.textContent = say("more");
  button.addEventListener("click", async () => {
    button.disabled = true;
    const items = await loadItems(rest.slice(0, resultsAtOnce), forms);
    if (!isCurrent()) return;
    item.replaceWith(...items);
    items[0]?.querySelector("a")?.focus();
    addMore(rest.slice(resultsAtOnce), forms, isCurrent);
  });
  item.append(button);
  list.append(item);
}

async function loadItems(found: readonly Found[], forms: readonly string[]): Promise<HTMLElement[]> {
  const articles = await Promise.all(found.map(({ load }) => load()));
  return articles.map((article) => makeItem(article, forms));
}

function makeItem({ content, raw_url, meta }: IndexedArticle, forms: readonly string[]): HTMLElement {
  const item = document.createElement("li");
  item.className = "search-result";
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  link.href = new URL(raw_url, document.baseURI).href;
  const title = meta.title ?? "";
  link.append(...draw(markHits(title, findHits(title, forms))));
  heading.append(link);
  const excerpt = document.createElement("p");
  excerpt.append(...draw(makeExcerpt(content, forms)));
  for (const part of [heading, excerpt]) {
    if (meta.lang !== undefined) part.lang = meta.lang;
    if (meta.dir !== undefined) part.dir = meta.dir;
  }
  item.append(heading, ...describe(meta), excerpt);
  return item;
}

function describe({ date: published, source }: IndexedArticle["meta"]): HTMLElement[] {
  const line = document.createElement("p");
  line.className = "search-meta";
  if (published !== undefined) {
    const time = document.createElement("time");
    time.dateTime = published;
    time.textContent = date.format(new Date(`${published}T00:00:00Z`));
    line.append(time);
  }
  if (source !== undefined) {
    const name = document.createElement("bdi");
    name.textContent = source;
    if (line.hasChildNodes()) line.append(" · ");
    line.append(name);
  }
  return line.hasChildNodes() ? [line] : [];
}

function draw(pieces: readonly Piece[]): Node[] {
  return pieces.map(({ text, isHit }) => {
    if (!isHit) return document.createTextNode(text);
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function keepInAddress(typed: string): void {
  const address = new URL(location.href);
  if (typed === "") address.searchParams.delete("q");
  else address.searchParams.set("q", typed);
  if (address.href !== location.href) history.replaceState(null, "", address);
}

function readAddress(): void {
  input.value = new URL(location.href).searchParams.get("q") ?? "";
  void run();
}

input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(run, settle);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  void run();
});
window.addEventListener("popstate", readAddress);
readAddress();

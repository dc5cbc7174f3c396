import { containsPhrase, parseQuery, type Query, type QueryWord } from "../../src/languages/search-words.ts";
import { findHits, makeExcerpt, markHits, type Piece } from "./excerpt.ts";
import { type FilterFields, readFilterFields } from "./filters.ts";
import {
  type Engine,
  type Filters,
  type FoundArticle,
  type Order,
  openEngine,
  type Results,
  resultsOf,
} from "./search-engine.ts";

/*
 * The search page: finds while somebody types, narrows by the fields below, keeps both in the address, and says what it
 * found in the live region. All words that it shows come from data-* attributes of #search-results.
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
const narrowing = element("search-filters", HTMLDetailsElement);
const lang = document.documentElement.lang || "en";
const locale = list.dataset["locale"] ?? lang;
const plural = new Intl.PluralRules(lang);
const number = new Intl.NumberFormat(locale);
const date = new Intl.DateTimeFormat(locale, { dateStyle: "long", calendar: "gregory", timeZone: "UTC" });

const fields: FilterFields = readFilterFields(narrowing, locale, number, () => void run());

let engine: Promise<Engine> | undefined;
let offersAll = false;
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
  const { filters, order } = fields.read();
  keepInAddress(typed);
  const query = parseQuery(typed);
  const narrowed = Object.keys(filters).length > 0;
  if (query.words.length === 0 && !narrowed) return show([], "");
  if (location.protocol === "file:") return show([], say("file"));
  if (engine === undefined) show([], say("loading"));
  try {
    const opened = await open();
    if (narrowed) await offerAll(opened);
    const { results, forms } = await find(opened, query, filters, order);
    if (!isCurrent()) return;
    if (offersAll) fields.offer(results);
    if (results.count === 0) return show([], say("none", { query: typed }));
    await showFound(results, forms, isCurrent);
  } catch (error) {
    console.error(error);
    engine = undefined;
    if (isCurrent()) show([], say("failed"));
  }
}

function open(): Promise<Engine> {
  engine ??= openEngine(new URL(".", document.baseURI).href);
  return engine;
}

/** Reads the values that a search can be narrowed to, when somebody first wants to: they are a file of their own. */
async function offerAll(opened: Engine): Promise<void> {
  if (offersAll) return;
  const facets = await opened.facets();
  fields.offer({ facets, choices: facets });
  offersAll = true;
}

interface Outcome {
  results: Results;
  /** The forms that the words were found in, for marking them. */
  forms: string[];
}

/** All words as they are; when no article has them, those that are found nowhere in a looser form. */
async function find(opened: Engine, query: Query, filters: Filters, order: Order): Promise<Outcome> {
  let forms = query.words.map((word) => word.form);
  let results = await opened.search(forms, filters, order);
  if (results.count === 0) {
    const looser = await Promise.all(query.words.map((word) => loosen(opened, word)));
    if (looser.some((form, index) => form !== forms[index])) {
      forms = looser;
      results = await opened.search(forms, filters, order);
    }
  }
  return { results: query.phrases.length === 0 ? results : await keepPhrases(results, query.phrases), forms };
}

async function loosen(opened: Engine, { form, looser }: QueryWord): Promise<string> {
  for (const candidate of [form, ...looser]) {
    if ((await opened.search([candidate], {}, "")).count > 0) return candidate;
  }
  return form;
}

async function keepPhrases(results: Results, phrases: readonly string[][]): Promise<Results> {
  const candidates = await results.take(maxPhraseCandidates);
  const kept = candidates.filter(({ content, headline }) => {
    const text = `${headline}\n${content}`;
    return phrases.every((phrase) => containsPhrase(text, phrase));
  });
  return resultsOf(kept, results);
}

function show(children: readonly Node[], message: string): void {
  list.replaceChildren(...children);
  status.textContent = message;
}

async function showFound(
  results: Results,
  forms: readonly string[],
  isCurrent: () => boolean,
): Promise<void> {
  const items = await nextItems(results, forms);
  if (!isCurrent()) return;
  const { count } = results;
  const name = `count${capitalize(plural.select(count))}`;
  show(items, say(list.dataset[name] === undefined ? "countOther" : name, { count: number.format(count) }));
  addMore(results, count - items.length, forms, isCurrent);
}

/** A button below the results that brings the next ones, and moves the focus to the first of them. */
function addMore(results: Results, left: number, forms: readonly string[], isCurrent: () => boolean): void {
  if (left <= 0) return;
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "search-more";
  button.textContent = say("more");
  button.addEventListener("click", async () => {
    button.disabled = true;
    const items = await nextItems(results, forms);
    if (!isCurrent()) return;
    item.replaceWith(...items);
    items[0]?.querySelector("a")?.focus();
    addMore(results, left - items.length, forms, isCurrent);
  });
  item.append(button);
  list.append(item);
}

async function nextItems(results: Results, forms: readonly string[]): Promise<HTMLElement[]> {
  return (await results.take(resultsAtOnce)).map((article) => makeItem(article, forms));
}

function makeItem(article: FoundArticle, forms: readonly string[]): HTMLElement {
  const { content, path, headline, lang, dir } = article;
  const item = document.createElement("li");
  item.className = "search-result";
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  link.href = new URL(path, document.baseURI).href;
  link.append(...draw(markHits(headline, findHits(headline, forms))));
  heading.append(link);
  const excerpt = document.createElement("p");
  excerpt.append(...draw(makeExcerpt(content, forms)));
  for (const part of [heading, excerpt]) {
    part.lang = lang;
    part.dir = dir;
  }
  item.append(heading, ...describe(article), excerpt);
  return item;
}

function describe({ published, source }: FoundArticle): HTMLElement[] {
  const line = document.createElement("p");
  line.className = "search-meta";
  if (published !== null) {
    const time = document.createElement("time");
    time.dateTime = published;
    time.textContent = date.format(new Date(`${published}T00:00:00Z`));
    line.append(time);
  }
  if (source !== null) {
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
  const { filters, order } = fields.read();
  const said: Record<string, string> = { ...filters, sort: order, q: typed };
  for (const name of [...fields.names, "q"]) {
    const value = said[name] ?? "";
    if (value === "") address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  if (address.href !== location.href) history.replaceState(null, "", address);
}

function readAddress(): void {
  const { searchParams } = new URL(location.href);
  input.value = searchParams.get("q") ?? "";
  fields.choose(searchParams);
  const { filters, order } = fields.read();
  if (order !== "" || Object.keys(filters).length > 0) narrowing.open = true;
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
form.addEventListener("reset", () => {
  // The fields are empty once the event has been through.
  setTimeout(run);
});
narrowing.addEventListener("toggle", async () => {
  if (!narrowing.open || location.protocol === "file:") return;
  try {
    await offerAll(await open());
    // What is offered is what the words leave.
    if (input.value.trim() !== "") await run();
  } catch (error) {
    console.error(error);
    engine = undefined;
    show([], say("failed"));
  }
});
narrowing.hidden = false;
window.addEventListener("popstate", readAddress);
readAddress();

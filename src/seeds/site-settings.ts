import { directionOf, LanguageTag } from "../model/language.ts";
import type { Place } from "../model/place.ts";
import { errorAt, type Outcome, type Problem } from "../model/problem.ts";
import { type SiteConfig, Writing } from "../model/seeds.ts";
import { type MetadataLine, nearestOf } from "./metadata.ts";

/** Arabic is what most archives of this program are in; an INDEX.md says otherwise in a line. */
const defaultLanguage = "ar";
const defaultTitle = "أرشيف الأخبار";

const names = [
  "title",
  "lang",
  "url",
  "description",
  "recognizer",
  "digits",
  "months",
  "calendar",
  "offline",
  "extraction",
  "publish-sources",
  "period",
] as const;

/** What the front matter of INDEX.md says. */
export interface Settings {
  site: SiteConfig;
  /** The folder of a model, as it is written, and where. */
  recognizer: { path: string; place: Place } | null;
}

/** Reads the settings of the site from the front matter of INDEX.md; what it does not say gets a default. */
export function readSettings(lines: readonly MetadataLine[]): Outcome<Settings> {
  const problems: Problem[] = [];
  let recognizer: Settings["recognizer"] = null;
  const site: SiteConfig = {
    title: defaultTitle,
    lang: defaultLanguage,
    dir: "rtl",
    declaresLang: false,
    url: null,
    description: null,
  };
  for (const { key, value, keyPlace, valuePlace } of lines) {
    if (key === "title" && value !== "") site.title = value;
    else if (key === "offline") {
      if (value === "true" || value === "yes") site.offline = true;
      else if (value !== "false" && value !== "no") {
        const reason = `"${value}" is neither true nor false`;
        problems.push(errorAt(valuePlace, "index/offline", reason, "write offline: true, or take it out"));
      }
    } else if (key === "publish-sources") {
      if (value === "true" || value === "yes") site.publishSources = true;
      else if (value !== "false" && value !== "no") {
        const reason = `"${value}" is neither true nor false`;
        const remedy = "write publish-sources: true, or take it out";
        problems.push(errorAt(valuePlace, "index/publish-sources", reason, remedy));
      }
    } else if (key === "period") {
      const period = readPeriod(value);
      if (period !== null) site.period = period;
      else {
        const remedy =
          "write its first and its last day, month or year, such as 2018/2024-06, or 2018/.. when it goes on";
        problems.push(errorAt(valuePlace, "index/period", `"${value}" is not a period`, remedy));
      }
    } else if (key === "extraction") {
      if (value === "off") site.extraction = "off";
      else if (value !== "on") {
        const reason = `"${value}" is neither on nor off`;
        problems.push(
          errorAt(valuePlace, "index/extraction", reason, "write extraction: off, or take it out"),
        );
      }
    } else if (key === "digits" || key === "months" || key === "calendar") {
      const choice = Writing.shape[key].safeParse(value);
      if (choice.success) site.writing = { ...site.writing, [key]: choice.data };
      else {
        const choices = Writing.shape[key].unwrap().options.join(", ");
        const reason = `"${value}" is no choice of ${key}`;
        problems.push(errorAt(valuePlace, `index/${key}`, reason, `write one of ${choices}`));
      }
    } else if (key === "recognizer" && value !== "") recognizer = { path: value, place: valuePlace };
    else if (key === "description") site.description = value === "" ? null : value;
    else if (key === "lang") {
      const tag = LanguageTag.safeParse(value);
      if (tag.success)
        Object.assign(site, { lang: tag.data, dir: directionOf(tag.data), declaresLang: true });
      else {
        const remedy = "write a BCP 47 tag: ar for Arabic, en for English, fa for Persian";
        problems.push(errorAt(valuePlace, "index/lang", `"${value}" is not a language tag`, remedy));
      }
    } else if (key === "url") {
      if (/^https?:\/\/[^\s/]/.test(value) && URL.canParse(value)) {
        const { href } = new URL(value);
        site.url = href.endsWith("/") ? href : `${href}/`;
      } else {
        const remedy = "write the site's whole address, such as https://example.org/news/";
        problems.push(errorAt(valuePlace, "index/url", `"${value}" is not a web address`, remedy));
      }
    } else {
      const known = names.find((name) => name === key);
      const nearest = nearestOf(key.toLowerCase(), names);
      const reason = known === undefined ? `there is no setting "${key}"` : `"${key}" says nothing`;
      const hint = nearest === undefined || known !== undefined ? "" : `did you mean "${nearest}"? `;
      problems.push(
        errorAt(keyPlace, "index/setting", reason, `${hint}the settings are ${names.join(", ")}`),
      );
    }
  }
  return { value: { site, recognizer }, problems };
}

/** `2018/2024-06`: from the first day of the one to the last day of the other; `..` for an end that is open. */
function readPeriod(value: string): SiteConfig["period"] | null {
  const [, first, last] = /^(\S+?)\s*\/\s*(\S+)$/u.exec(value) ?? [];
  if (first === undefined || last === undefined) return null;
  const from = daysOf(first)?.first;
  const to = daysOf(last)?.last;
  if (from === undefined || to === undefined || (from !== null && to !== null && from > to)) return null;
  return { from, to };
}

/** The first and the last day of a year, a month or a day; nulls for what is open. */
function daysOf(written: string): { first: string | null; last: string | null } | null {
  if (written === "..") return { first: null, last: null };
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written) ?? [];
  if (year === undefined) return null;
  const first = new Date(`${year}-${month ?? "01"}-${day ?? "01"}T00:00:00Z`);
  if (Number.isNaN(first.getTime()) || !first.toISOString().startsWith(written)) return null;
  const last = new Date(first);
  if (month === undefined) last.setUTCFullYear(last.getUTCFullYear() + 1, 0, 0);
  else if (day === undefined) last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return { first: dayOf(first), last: dayOf(last) };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Root } from "mdast";
import {
  type ArticleStore,
  articleStore,
  encodeArticle,
  partNumber,
  type StoredPart,
} from "../../src/archive/article-store.ts";
import { catalogEntry } from "../../src/archive/catalog-entry.ts";
import { gather } from "../../src/archive/gather.ts";
import { numberArticles } from "../../src/archive/order.ts";
import { listPlaces, openPack, type Pack, placeOf } from "../../src/archive/pack.ts";
import type { Archive, ArticleRef } from "../../src/model/archive.ts";
import { type Annotation, Article, type EntityType, type ParsedArticle } from "../../src/model/article.ts";
import { directionOf } from "../../src/model/language.ts";
import type { Page } from "../../src/model/page.ts";
import type { Collection, SiteConfig } from "../../src/model/seeds.ts";
import { createDigester } from "../../src/site/digest.ts";
import { completePage } from "../../src/site/page-draft.ts";
import type { PlannedPage, RefOf } from "../../src/site/planned-page.ts";
import type { SiteHelper } from "../../src/site/product.ts";
import type { SearchOptions } from "../../src/site/search-index.ts";
import { copyParts, digestOfEntities } from "../../src/site/write-data.ts";
import { planSite, type SitePlan } from "../../src/site/write-site.ts";
import { byRule } from "../by-rule.ts";

export interface Draft {
  id: string;
  lang?: string;
  headline: string;
  published?: string | null;
  updated?: string | null;
  source?: string | null;
  sourceUrl?: string | null;
  authors?: string[];
  tags?: string[];
  paragraphs: string[];
  /** Each occurrence of each form is a mention. */
  entities?: { id: string; type: EntityType; name: string; forms?: readonly string[] }[];
  /** Text of a speech that occurs once, and who says it. */
  quotes?: { text: string; speaker: { name: string; entity: string | null } | null }[];
}

/** An article out of its paragraphs, its annotations found by their words. */
export function draftArticle(draft: Draft): ParsedArticle {
  const { paragraphs, entities = [], quotes = [], lang = "ar", published = "2021-01-26", ...rest } = draft;
  const text = paragraphs.join("\n");
  let offset = 0;
  const ranges = paragraphs.map((paragraph) => {
    const start = offset;
    offset += paragraph.length + 1;
    return { start, end: start + paragraph.length };
  });
  const article = Article.parse({
    updated: null,
    source: null,
    sourceUrl: null,
    authors: [],
    tags: [],
    summary: null,
    ...rest,
    lang,
    dir: directionOf(lang),
    published,
    text,
    sections: [{ heading: null, start: 0, end: text.length, paragraphs: ranges }],
    quotes: quotes.map((quote) => ({
      ...rangeOf(text, quote.text),
      kind: "speech",
      provenance: byRule,
      speaker: quote.speaker === null ? null : { ...quote.speaker, provenance: byRule },
    })),
    entities: entities.map(({ forms, ...entity }) => ({
      ...entity,
      mentions: mentionsOf(text, forms ?? [entity.name]),
    })),
    dates: [],
    periods: [],
    sha256: "0".repeat(64),
  });
  const body: Root = {
    type: "root",
    children: paragraphs.map((value, index) => ({
      type: "paragraph",
      children: [{ type: "text", value, data: { offset: ranges[index]?.start ?? 0 } }],
    })),
  };
  return { article, body };
}

function mentionsOf(text: string, forms: readonly string[]): Annotation[] {
  const found = forms.flatMap((form) =>
    [...text.matchAll(new RegExp(form, "gu"))].map((match) => ({
      start: match.index,
      end: match.index + form.length,
      text: form,
      provenance: byRule,
    })),
  );
  return found.sort((a, b) => a.start - b.start);
}

function rangeOf(text: string, part: string): { start: number; end: number; text: string } {
  const start = text.indexOf(part);
  return { start, end: start + part.length, text: part };
}

export const arabicSite: SiteConfig = {
  title: "أرشيف الأخبار",
  lang: "ar",
  dir: "rtl",
  declaresLang: true,
  url: "https://example.org/news/",
  description: "وصف",
};

export interface ArchiveDraft {
  site?: Partial<SiteConfig>;
  articles: ParsedArticle[];
  collections?: Pick<Collection, "id" | "title" | "items">[];
}

export interface DraftedArchive {
  archive: Archive;
  keys: readonly string[];
  refOf: RefOf;
  placesOf: (part: StoredPart) => Float64Array;
  store: ArticleStore;
  packPath: string;
}

/** Of a site that nothing was built of before. */
export const noEarlierSite: SiteHelper = {
  keepGroups: async (groups) => groups.map((_, number) => number),
  add: async () => {},
  keep: async (products) => products.map((_, number) => number),
  copyParts,
};

const packs = mkdtempSync(join(tmpdir(), "warraq-packs-"));
process.once("exit", () => rmSync(packs, { recursive: true, force: true }));

/** Of a site that is built for the first time. */
export const unbuilt = { helper: noEarlierSite, cacheDir: packs, earlierDir: packs };
let packCount = 0;

/** A pack that archives are drafted into, each article once, as one build after another does. */
export interface DraftedPack {
  path: string;
  pack: Pack;
  refs: Map<string, ArticleRef>;
}

export function openDraftedPack(): DraftedPack {
  packCount += 1;
  const path = join(packs, `${packCount}.pack`);
  return { path, pack: openPack(path, { kind: "write", size: 0 }), refs: new Map() };
}

/** An archive of drafted articles; unless told otherwise in one collection that holds them all. */
export function draftArchive(
  { site, articles, collections }: ArchiveDraft,
  { path: packPath, pack, refs: known }: DraftedPack = openDraftedPack(),
): DraftedArchive {
  const all = [
    {
      id: "all",
      title: "الكل",
      items: articles.map(({ article }) => ({ kind: "article" as const, path: `${article.id}.txt` })),
    },
  ];
  const seeds = {
    site: { ...arabicSite, ...site },
    recognizer: null,
    introduction: [],
    hasSideFiles: false,
    entries: [],
    collections: (collections ?? all).map((collection) => ({
      kind: "listed" as const,
      level: 2,
      introduction: [],
      ...collection,
    })),
  };
  const archive = gather(
    seeds,
    articles.map((parsed) => catalogEntry(parsed, `${parsed.article.id}.txt`)),
    numberArticles(articles.map(({ article }) => article)),
  );
  const refs = new Map(
    articles.map((parsed): [string, ArticleRef] => {
      const key = JSON.stringify(parsed.article);
      const stored = known.get(key)?.stored ?? pack.append(encodeArticle(parsed, `${parsed.article.id}.txt`));
      known.set(key, { key, stored });
      return [parsed.article.id, { key, stored }];
    }),
  );
  const refOf = (article: number): ArticleRef => {
    const found = refs.get(archive.articles[article]?.id ?? "");
    if (found === undefined) throw new Error(`no article ${article}`);
    return found;
  };
  const keys = archive.articles.map((_, article) => refOf(article).key);
  const placesOf = (part: StoredPart): Float64Array =>
    listPlaces(keys.length, (article) => placeOf(refOf(article).stored, partNumber[part]));
  return { archive, keys, refOf, placesOf, store: articleStore(pack), packPath };
}

/** What a site that is written digests. */
export function digestsOf({ archive }: DraftedArchive): Pick<SearchOptions, "digester" | "entitiesDigest"> {
  const digester = createDigester("1");
  return { digester, entitiesDigest: digestOfEntities(archive, digester) };
}

/** The plan of an archive that has nothing wrong with it. */
export function planOf({ archive, refOf }: DraftedArchive): SitePlan {
  const { value, problems } = planSite(archive, refOf);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return value;
}

/** A page as its template gets it. */
export function viewOf({ store }: Pick<DraftedArchive, "store">, page: PlannedPage): Page {
  return completePage(page.draft(), store, { permalink: (paragraph) => `¶ ${paragraph}`, card: () => "" });
}

const putin = {
  id: "فلاديمير-بوتين",
  type: "Person",
  name: "فلاديمير بوتين",
  forms: ["فلاديمير بوتين"],
} as const;
const moscow = { id: "موسكو", type: "Place", name: "موسكو" } as const;

export const call = draftArticle({
  id: "call",
  headline: "أول اتصال بين بوتين وبايدن",
  published: "2021-01-26",
  source: "فرانس برس",
  sourceUrl: "https://example.com/call?a=1&b=2",
  authors: ["ليلى حداد", "سامي نور"],
  tags: ["روسيا"],
  paragraphs: [
    "أجرى فلاديمير بوتين اتصالا في موسكو، والحكومة تنتظر.",
    "وقال بيسكوف: «نأمل في حوار <بنّاء>» أمس في موسكو.",
  ],
  entities: [putin, moscow],
  quotes: [{ text: "نأمل في حوار <بنّاء>", speaker: { name: "دميتري بيسكوف", entity: null } }],
});

export const visit = draftArticle({
  id: "visit",
  headline: "زيارة إلى موسكو",
  published: "2021-02-03",
  updated: "2021-02-04",
  paragraphs: ["استقبل فلاديمير بوتين الوفد في موسكو.", "وقال: «أهلا بكم في العاصمة»."],
  entities: [putin, moscow],
  quotes: [{ text: "أهلا بكم في العاصمة", speaker: { name: "فلاديمير بوتين", entity: putin.id } }],
});

export const summit = draftArticle({
  id: "summit",
  lang: "en",
  headline: "Leaders meet in Geneva",
  published: "2019-06-16",
  authors: ["Jane Doe"],
  source: "The Example",
  paragraphs: ["The governments met in Geneva.", "“It was a good meeting,” somebody said."],
  entities: [{ id: "geneva", type: "Place", name: "Geneva" }],
  quotes: [{ text: "It was a good meeting,", speaker: null }],
});

export const undated = draftArticle({
  id: "undated",
  headline: "بلا تاريخ",
  published: null,
  paragraphs: ["نص قصير."],
});

export const smallArchive = (site?: Partial<SiteConfig>): DraftedArchive =>
  draftArchive({ ...(site === undefined ? {} : { site }), articles: [call, visit, summit, undated] });

/** Many articles that differ in little, for lists that run over pages. */
export function manyArticles(count: number): ParsedArticle[] {
  return Array.from({ length: count }, (_, index) =>
    draftArticle({
      id: `n${String(index).padStart(5, "0")}`,
      headline: `خبر ${index}`,
      published: "2020-05-06",
      paragraphs: [`قال فلاديمير بوتين: «القول رقم ${index}».`],
      entities: [putin],
      quotes: [{ text: `القول رقم ${index}`, speaker: { name: putin.name, entity: putin.id } }],
    }),
  );
}

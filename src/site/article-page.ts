import type { PublishedParts } from "../archive/article-store.ts";
import { isExternal } from "../archive/links.ts";
import { quotesOf } from "../archive/quote-records.ts";
import { type BodyLinks, renderBody } from "../article/render-body.ts";
import { countWords } from "../languages/tokens.ts";
import type { ArticleNumber, ArticleRecord, ArticleRef } from "../model/archive.ts";
import type { Article } from "../model/article.ts";
import type { ArticlePage, EntityCard, HeadlineCard, QuoteCard } from "../model/page.ts";
import { citeAsBibtex } from "./bibtex.ts";
import { type Catalogue, headlineCardOf, type NamedEntity, type SpeakerCard } from "./catalogue.ts";
import { cite, citedWork } from "./citation.ts";
import { citeAsCslJson } from "./csl-json.ts";
import { writeList } from "./digest.ts";
import { describeArticle } from "./json-ld.ts";
import type { BodyWords } from "./page-draft.ts";
import { absoluteUrl, articlePath, relativeHref } from "./paths.ts";
import { type BasisWriter, type PageKind, PageOfKind, type PlannedPage, type RefOf } from "./planned-page.ts";
import { citeAsRis } from "./ris.ts";
import { resolveSourceLink } from "./source-link.ts";

/** An article's page without its text. */
export interface ArticleDraft
  extends Pick<
    ArticlePage,
    "path" | "site" | "sections" | "lang" | "dir" | "collections" | "related" | "story" | "previous" | "next"
  > {
  kind: "article";
  id: string;
  ref: ArticleRef;
  /** Who is quoted, each once. */
  speakers: [id: string, card: SpeakerCard][];
  /** In no order that the page shows. */
  entities: NamedEntity[];
  /** Where each link leads that may lead to another article, as the text writes it; null when it leads nowhere. */
  links: [url: string, href: string | null][];
}

/** One page an article; its body is read when the page is rendered, and not before. */
export function planArticles(catalogue: Catalogue, refOf: RefOf): PlannedPage[] {
  const common: PageKind<ArticleNumber> = {
    kind: "article",
    source: (number) => catalogue.recordOf(number).path,
    draft: (number) => draftArticle(catalogue, number, refOf(number)),
    basis: (number, _, to) => writeBasis(to, catalogue, number),
  };
  return catalogue.archive.articles.map(({ id }, number) => new PageOfKind(articlePath(id), common, number));
}

function writeBasis(to: BasisWriter, catalogue: Catalogue, number: ArticleNumber): void {
  const { id, path } = catalogue.recordOf(number);
  const { related, stories, links } = catalogue.archive;
  const { previous, next } = catalogue.neighbors(number);
  const hrefOf = (url: string): string | null => resolveSourceLink(catalogue, path, articlePath(id))(url);
  to.article(number);
  to.counts(number);
  writeList(to, catalogue.collectionsOf(number), (one) => to.value(catalogue.collectionCard(one)));
  writeList(to, links[number] ?? [], (url) => to.value(hrefOf(url)));
  // What they share is named in this one too.
  writeList(to, related[number] ?? [], ({ article, shared }) => {
    to.record(article);
    to.value(shared);
  });
  writeList(to, stories[number] ?? [], to.record);
  for (const other of [previous, next]) {
    to.number(other === null ? 0 : 1);
    if (other !== null) to.record(other);
  }
}

/** Who is quoted in an article, each once, in the order of its text. */
export function speakersOf(catalogue: Catalogue, article: ArticleNumber): [id: string, card: SpeakerCard][] {
  const ids = new Set((catalogue.archive.quotes[article] ?? []).map(({ speakerId }) => speakerId));
  return [...ids].flatMap((id): [string, SpeakerCard][] => {
    const card = id === null ? null : catalogue.speakerCard(id);
    return id === null || card === null ? [] : [[id, card]];
  });
}

function draftArticle(catalogue: Catalogue, number: ArticleNumber, ref: ArticleRef): ArticleDraft {
  const { id, path: seed } = catalogue.recordOf(number);
  const path = articlePath(id);
  const { related, stories, links } = catalogue.archive;
  const { previous, next } = catalogue.neighbors(number);
  const cardOrNull = (article: ArticleNumber | null): HeadlineCard | null =>
    article === null ? null : catalogue.headlineCard(article);
  const resolve = resolveSourceLink(catalogue, seed, path);
  const { site, sections, lang, dir } = catalogue.frame(path);
  // Written out, here and below: spreading takes as long as all else of a draft.
  return {
    path,
    site,
    sections,
    lang,
    dir,
    kind: "article",
    id,
    ref,
    collections: catalogue.collectionsOf(number).map(catalogue.collectionCard),
    speakers: speakersOf(catalogue, number),
    entities: Array.from(catalogue.entitiesOf(number), catalogue.namedEntity),
    links: (links[number] ?? []).map((url) => [url, resolve(url)]),
    related: (related[number] ?? []).map(({ article, shared }) => ({
      card: catalogue.headlineCard(article),
      shared: shared.map(catalogue.entityCard),
    })),
    story: (stories[number] ?? []).map(catalogue.headlineCard),
    previous: cardOrNull(previous),
    next: cardOrNull(next),
  };
}

/** The page of an article, its text laid into its draft. */
export function completeArticle(
  draft: ArticleDraft,
  { parsed, record }: Pick<PublishedParts, "parsed" | "record">,
  words: BodyWords,
): ArticlePage {
  const { path, site, sections, lang, dir, kind, collections } = draft;
  const { related, story, previous, next } = draft;
  const { article } = parsed;
  const quotes = quoteCards(draft, record, article);
  const body = renderBody(parsed, bodyLinks(draft, words));
  const canonicalUrl = absoluteUrl(site.url, path);
  const entities = inOrderOf(article, draft.entities);
  const work = citedWork(article, site, canonicalUrl);
  return {
    path,
    site,
    sections,
    lang,
    dir,
    kind,
    record,
    collections,
    quotes,
    related,
    story,
    previous,
    next,
    article,
    bodyHtml: body.html,
    headlineBlock: body.headline,
    headings: body.headings,
    shares: sharesOf(quotes, record.words),
    entities,
    canonicalUrl,
    jsonLd: describeArticle({ article, record, site, entities, path }),
    citation: cite(work),
    exports: [
      { format: "BibTeX", text: citeAsBibtex(work) },
      { format: "RIS", text: citeAsRis(work) },
      { format: "CSL-JSON", text: citeAsCslJson(work) },
    ],
  };
}

function quoteCards({ speakers }: ArticleDraft, record: ArticleRecord, article: Article): QuoteCard[] {
  const bySpeaker = new Map(speakers);
  const card = headlineCardOf(record);
  return quotesOf(article).map((quote) => {
    const { speakerId } = quote;
    return { quote, article: card, speaker: speakerId === null ? null : (bySpeaker.get(speakerId) ?? null) };
  });
}

function bodyLinks({ path, entities, links }: ArticleDraft, words: BodyWords): BodyLinks {
  // A name is linked at each mention, and its address made once.
  const addresses = new Map(
    entities.map(({ card: { entity, path: to }, articles }) => [
      entity.id,
      { href: relativeHref(path, to), card: words.card(entity.type, articles) },
    ]),
  );
  const hrefs = new Map(links);
  return {
    entity: (id) => addresses.get(id) ?? null,
    link: (url) => (isExternal(url) ? url : (hrefs.get(url) ?? null)),
    permalink: words.permalink,
  };
}

/**
 * How much of an article each of its speakers has, most first, and last what is the article's own; empty where fewer than
 * two people speak. Of a quotation within another both have the words.
 */
function sharesOf(quotes: readonly QuoteCard[], total: number): ArticlePage["shares"] {
  const bySpeaker = new Map<string, { speaker: QuoteCard["speaker"]; words: number }>();
  let quoted = 0;
  for (const { quote, speaker } of quotes) {
    const words = countWords(quote.text);
    const known = bySpeaker.get(speaker?.path ?? "");
    if (known === undefined) bySpeaker.set(speaker?.path ?? "", { speaker, words });
    else known.words += words;
    quoted += words;
  }
  if (bySpeaker.size < 2) return [];
  const shareOf = (words: number): number => Math.round((words / Math.max(1, total)) * 1000) / 1000;
  const spoken = [...bySpeaker.values()].sort((one, other) => other.words - one.words);
  const own = Math.max(0, total - quoted);
  return [
    ...spoken.map(({ speaker, words }) => ({
      kind: "speaker" as const,
      speaker,
      words,
      share: shareOf(words),
    })),
    { kind: "article", words: own, share: shareOf(own) },
  ];
}

/** The article's entities, the most mentioned in it first, then in the order of the text. */
function inOrderOf(article: Article, entities: ArticleDraft["entities"]): EntityCard[] {
  const byId = new Map(entities.map(({ card }) => [card.entity.id, card]));
  return article.entities
    .toSorted(
      (a, b) =>
        b.mentions.length - a.mentions.length || (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0),
    )
    .flatMap(({ id }) => byId.get(id) ?? []);
}

import { quotesOf } from "../archive/quote-records.ts";
import { type BodyLinks, renderBody } from "../article/render-body.ts";
import { countWords } from "../languages/tokens.ts";
import type { ArticleRecord } from "../model/archive.ts";
import type { Article } from "../model/article.ts";
import type { ArticleCard, ArticlePage, EntityCard, QuoteCard } from "../model/page.ts";
import { citeAsBibtex } from "./bibtex.ts";
import type { Catalogue } from "./catalogue.ts";
import { cite, citedWork } from "./citation.ts";
import { citeAsCslJson } from "./csl-json.ts";
import { describeArticle } from "./json-ld.ts";
import { absoluteUrl, articlePath, collectionPath, relativeHref } from "./paths.ts";
import type { PlannedPage, SiteSources } from "./planned-page.ts";
import { citeAsRis } from "./ris.ts";
import { resolveSourceLink } from "./source-link.ts";

/** One page an article; its body is read when the page is rendered, and not before. */
export function planArticles(catalogue: Catalogue, sources: SiteSources): PlannedPage[] {
  return [...catalogue.archive.articles.values()].map((record) => ({
    kind: "article",
    path: articlePath(record.id),
    source: record.path,
    view: () => viewArticle(catalogue, sources, record),
  }));
}

async function viewArticle(
  catalogue: Catalogue,
  sources: SiteSources,
  record: ArticleRecord,
): Promise<ArticlePage> {
  const path = articlePath(record.id);
  const parsed = await sources.loadArticle(record.id);
  const { article } = parsed;
  const { site, related } = catalogue.archive;
  const body = renderBody(parsed, bodyLinks(catalogue, sources, record));
  const { previous, next } = catalogue.neighbors(record.id);
  const cardOrNull = (id: string | null): ArticleCard | null =>
    id === null ? null : catalogue.articleCard(id);
  const canonicalUrl = absoluteUrl(site.url, path);
  const entities = entityCards(catalogue, article);
  const quotes = quotesOf(article).map(catalogue.quoteCard);
  const work = citedWork(article, site, canonicalUrl);
  return {
    ...catalogue.frame(path),
    kind: "article",
    article,
    record,
    bodyHtml: body.html,
    headlineBlock: body.headline,
    headings: body.headings,
    collections: catalogue
      .collectionsOf(record.id)
      .map(({ id, title, kind }) => ({ title, kind, path: collectionPath(id) })),
    quotes,
    shares: sharesOf(quotes, record.words),
    entities,
    related: (related.get(record.id) ?? []).map(({ article: id, shared }) => ({
      card: catalogue.articleCard(id),
      shared: shared.map(catalogue.entityCard),
    })),
    story: (catalogue.archive.stories.get(record.id) ?? []).map(catalogue.articleCard),
    previous: cardOrNull(previous),
    next: cardOrNull(next),
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

function bodyLinks(catalogue: Catalogue, sources: SiteSources, record: ArticleRecord): BodyLinks {
  const path = articlePath(record.id);
  // A name is linked at each mention, and its address made once.
  const addresses = new Map(
    catalogue.entitiesOf(record.id).map((id) => {
      const { entity, path: to } = catalogue.entityCard(id);
      return [id, { href: relativeHref(path, to), card: sources.card(entity) }];
    }),
  );
  return {
    entity: (id) => addresses.get(id) ?? null,
    link: resolveSourceLink(catalogue, record.path, path),
    permalink: sources.permalink,
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
function entityCards(catalogue: Catalogue, article: Article): EntityCard[] {
  return article.entities
    .filter(({ id }) => catalogue.archive.entities.has(id))
    .toSorted(
      (a, b) =>
        b.mentions.length - a.mentions.length || (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0),
    )
    .map(({ id }) => catalogue.entityCard(id));
}

import { quotesOf } from "../archive/quote-records.ts";
import { type BodyLinks, renderBody } from "../article/render-body.ts";
import type { ArticleRecord } from "../model/archive.ts";
import type { Article } from "../model/article.ts";
import type { ArticleCard, ArticlePage, EntityCard } from "../model/page.ts";
import { citeAsBibtex } from "./bibtex.ts";
import type { Catalogue } from "./catalogue.ts";
import { cite, citedWork } from "./citation.ts";
import { describeArticle } from "./json-ld.ts";
import { absoluteUrl, articlePath, collectionPath, relativeHref } from "./paths.ts";
import type { PlannedPage, SiteSources } from "./planned-page.ts";
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
    quotes: quotesOf(article).map(catalogue.quoteCard),
    entities,
    related: (related.get(record.id) ?? []).map(({ article: id, shared }) => ({
      card: catalogue.articleCard(id),
      shared: shared.map(catalogue.entityCard),
    })),
    previous: cardOrNull(previous),
    next: cardOrNull(next),
    canonicalUrl,
    jsonLd: describeArticle({ article, record, site, entities, path }),
    citation: cite(work),
    bibtex: citeAsBibtex(work),
  };
}

function bodyLinks(catalogue: Catalogue, sources: SiteSources, record: ArticleRecord): BodyLinks {
  const path = articlePath(record.id);
  // A name is linked at each mention, and its address made once.
  const addresses = new Map(
    catalogue.entitiesOf(record.id).map((id) => [id, relativeHref(path, catalogue.entityCard(id).path)]),
  );
  return {
    entity: (id) => addresses.get(id) ?? null,
    link: resolveSourceLink(catalogue, record.path, path),
    permalink: sources.permalink,
  };
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

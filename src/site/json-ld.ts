import type { ArticleRecord } from "../model/archive.ts";
import type { Article, Quote } from "../model/article.ts";
import type { EntityCard } from "../model/page.ts";
import type { SiteConfig } from "../model/seeds.ts";
import { absoluteUrl, relativeHref } from "./paths.ts";

export interface DescribedArticle {
  article: Article;
  record: ArticleRecord;
  site: SiteConfig;
  /** The article's entities, the most mentioned first. */
  entities: readonly EntityCard[];
  /** Of its page; addresses are relative to it when the site is not told its own. */
  path: string;
}

/** An article is about what it mentions this often or names in its headline; the rest it only mentions. */
const aboutFrom = 3;
const maxAbout = 5;

/**
 * The article as schema.org NewsArticle in JSON-LD, safe inside a script element: no `<`, `>` or `&` stands in it.
 */
export function describeArticle({ article, record, site, entities, path }: DescribedArticle): string {
  const address = (target: string): string => absoluteUrl(site.url, target) ?? relativeHref(path, target);
  const url = absoluteUrl(site.url, path);
  const counts = new Map(article.entities.map((entity) => [entity.id, entity.mentions.length]));
  const isAbout = ({ entity }: EntityCard): boolean =>
    (counts.get(entity.id) ?? 0) >= aboutFrom || article.headline.includes(entity.name);
  const about = entities.filter(isAbout).slice(0, maxAbout);
  const mentioned = entities.filter((card) => !about.includes(card));
  const describeEntity = ({ entity, path: page }: EntityCard): object => ({
    "@type": entity.type,
    name: entity.name,
    url: address(page),
  });
  const describeQuote = (quote: Quote): object[] => {
    if (quote.kind !== "speech" || quote.speaker === null) return [];
    const { name, entity } = quote.speaker;
    const card = entities.find((candidate) => candidate.entity.id === entity);
    const creator = card === undefined ? { "@type": "Thing", name } : describeEntity(card);
    return [{ "@type": "Quotation", text: quote.text, creator }];
  };
  const source = article.source === null ? undefined : { "@type": "Organization", name: article.source };
  const image = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": url ?? undefined,
    url: url ?? undefined,
    mainEntityOfPage: url ?? undefined,
    headline: article.headline,
    description: record.summary || undefined,
    inLanguage: article.lang,
    datePublished: article.published ?? undefined,
    dateModified: article.updated ?? undefined,
    author: orNothing(article.authors.map((name) => ({ "@type": "Person", name }))),
    publisher: source,
    sourceOrganization: source,
    isBasedOn: article.sourceUrl ?? undefined,
    isPartOf: { "@type": "WebSite", name: site.title, url: site.url ?? undefined },
    keywords: orNothing(article.tags),
    wordCount: record.words,
    about: orNothing(about.map(describeEntity)),
    mentions: orNothing(mentioned.map(describeEntity)),
    hasPart: orNothing(article.quotes.flatMap(describeQuote)),
  };
  return escapeForScript(JSON.stringify(image));
}

function orNothing<T>(list: T[]): T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** `</script>`, `<!--` and the line separators of JavaScript cannot occur in what comes back; it is still the same JSON. */
export function escapeForScript(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

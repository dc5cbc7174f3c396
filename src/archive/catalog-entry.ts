import { countWords } from "../languages/tokens.ts";
import type { ArticleRecord, CatalogEntry } from "../model/archive.ts";
import type { Article, ParsedArticle } from "../model/article.ts";
import { summarize } from "./context.ts";
import { linksOf } from "./links.ts";
import { count } from "./order.ts";
import { quotesOf } from "./quote-records.ts";

/**
 * What the catalogue takes of an article.
 * @param path of its file, below the seeds folder
 */
export function catalogEntry({ article, body }: ParsedArticle, path: string): CatalogEntry {
  const { id, lang, dir, headline, published, updated, source } = article;
  return {
    article: { id, lang, dir, headline, published, updated, source, path },
    entities: article.entities.map(({ id, type, name, mentions }) => {
      const forms = new Map<string, number>();
      for (const { text } of mentions) count(forms, text);
      return { id, type, name, forms: [...forms] };
    }),
    quotes: quotesOf(article).map(({ fragment, speaker, speakerId, about }) => ({
      article: id,
      fragment,
      speaker: speaker?.name ?? null,
      speakerId,
      about,
    })),
    links: linksOf(body),
  };
}

/** What lists say of an article. @param path as above */
export function recordOf(article: Article, path: string): ArticleRecord {
  const { id, lang, dir, headline, published, updated, source, authors, tags } = article;
  return {
    id,
    lang,
    dir,
    headline,
    published,
    updated,
    source,
    authors,
    tags,
    summary: summarize(article),
    words: countWords(article.text),
    path,
  };
}

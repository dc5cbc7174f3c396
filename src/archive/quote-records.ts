import type { QuoteRecord } from "../model/archive.ts";
import type { Article } from "../model/article.ts";
import { slugOf } from "../model/slug.ts";

/** What is said in an article, in text order; a quote's fragment is the id of its element on the article's page. */
export function quotesOf(article: Article): QuoteRecord[] {
  return article.quotes.flatMap((quote, index): QuoteRecord[] => {
    if (quote.kind !== "speech") return [];
    const fragment = `q${index + 1}`;
    return [
      {
        id: `${article.id}#${fragment}`,
        article: article.id,
        fragment,
        published: article.published,
        lang: article.lang,
        dir: article.dir,
        start: quote.start,
        end: quote.end,
        text: quote.text,
        speaker: quote.speaker === null ? null : { name: quote.speaker.name, entity: quote.speaker.entity },
        speakerId: quote.speaker === null ? null : speakerId(quote.speaker),
        about: article.entities
          .filter(({ mentions }) =>
            mentions.some(({ start, end }) => quote.start <= start && end <= quote.end),
          )
          .map(({ id }) => id),
      },
    ];
  });
}

function speakerId(speaker: { name: string; entity: string | null }): string | null {
  const id = speaker.entity ?? slugOf(speaker.name);
  return id === "" ? null : id;
}

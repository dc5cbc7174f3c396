import type { ComponentChildren } from "preact";
import type { ArticleCard, HeadlineCard } from "../../src/model/page.ts";
import { frameOf, inLanguage, type PageProps } from "../context.ts";
import { Day } from "./day.tsx";

interface ArticleListProps extends PageProps {
  cards: readonly ArticleCard[];
  /** Rank of the headlines: one below the heading that they stand under. */
  level?: 2 | 3 | 4;
}

/** Headlines with their date, source and summary. */
export function ArticleList({ page, context, cards, level = 3 }: ArticleListProps) {
  const frame = frameOf({ page, context });
  return (
    <ul class="article-list">
      {cards.map((card) => (
        <li key={card.article.id}>
          <Card page={page} context={context} card={card} level={level}>
            {card.article.summary !== "" && (
              <p class="summary" {...inLanguage(card.article, frame)}>
                {card.article.summary}
              </p>
            )}
          </Card>
        </li>
      ))}
    </ul>
  );
}

interface CardProps extends PageProps {
  card: HeadlineCard;
  level?: 2 | 3 | 4;
  children?: ComponentChildren;
}

/** A headline, what is known of its article, and what a list adds. */
export function Card({ page, context, card, level = 3, children }: CardProps) {
  const Heading = `h${level}` as const;
  const own = inLanguage(card.article, frameOf({ page, context }));
  return (
    <article class="article-card">
      <Heading {...own}>
        <a href={context.href(page.path, card.path)} hreflang={own.lang}>
          {card.article.headline}
        </a>
      </Heading>
      <ArticleLine page={page} context={context} card={card} />
      {children}
    </article>
  );
}

/** Date, source and language of an article, in the language of the interface. */
function ArticleLine({ page, context, card }: PageProps & { card: HeadlineCard }) {
  const { published, source, lang } = card.article;
  const { format, ui } = context;
  const frame = frameOf({ page, context });
  const isForeign = lang.split("-")[0] !== frame.lang.split("-")[0];
  return (
    <p class="line">
      {published === null ? <span>{ui.undated}</span> : <Day context={context} iso={published} />}
      {source !== null && (
        <span>
          <bdi {...inLanguage(card.article, frame)}>{source}</bdi>
        </span>
      )}
      {isForeign && <span>{ui.articleLanguage(format.languageName(lang))}</span>}
    </p>
  );
}

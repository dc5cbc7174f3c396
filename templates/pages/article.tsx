import type { ArticlePage } from "../../src/model/page.ts";
import { ArticleFacts } from "../components/article-facts.tsx";
import { ArticleHead } from "../components/article-head.tsx";
import { Card } from "../components/article-list.tsx";
import { CiteBox } from "../components/cite-box.tsx";
import { titleOfCollection } from "../components/collection-title.ts";
import { Day } from "../components/day.tsx";
import { EntitiesByType } from "../components/entity-list.tsx";
import { Isolated } from "../components/isolated.tsx";
import { Joined } from "../components/joined.tsx";
import { Neighbors } from "../components/neighbors.tsx";
import { QuoteList } from "../components/quote-list.tsx";
import { WordShares } from "../components/word-shares.tsx";
import { frameOf, inLanguage, type PageProps } from "../context.ts";
import { Document } from "../layouts/document.tsx";

export function ArticleView({ page, context }: PageProps<ArticlePage>) {
  const { article, record, collections, quotes, entities, related, headings } = page;
  const { ui, href } = context;
  const own = inLanguage(article, frameOf({ page, context }));
  return (
    <Document
      page={page}
      context={context}
      title={article.headline}
      description={record.summary}
      head={<ArticleHead page={page} context={context} />}
    >
      <article class="article">
        <header class="article-header">
          {collections.length > 0 && (
            <ul class="kicker" aria-label={ui.inCollections}>
              {collections.map((collection) => (
                <li key={collection.path}>
                  <a href={href(page.path, collection.path)}>{titleOfCollection(collection, ui)}</a>
                </li>
              ))}
            </ul>
          )}
          <Headline page={page} context={context} />
          {article.summary !== null && (
            <p class="standfirst" {...own}>
              {article.summary}
            </p>
          )}
          <ArticleFacts page={page} context={context} />
          <p class="reading">
            <label>
              <input type="checkbox" class="plain-text" /> {ui.plainText}
            </label>
          </p>
        </header>
        {headings.length >= 2 && (
          <nav class="contents" aria-labelledby="contents">
            <h2 id="contents">{ui.sectionsOfArticle}</h2>
            <ol {...own}>
              {headings.map(({ id, text }) => (
                <li key={id}>
                  <a href={`#${id}`}>{text}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        {/* Sanitized where the body is rendered */}
        <div class="prose article-body" {...own} dangerouslySetInnerHTML={{ __html: page.bodyHtml }} />
      </article>
      <div class="after">
        {quotes.length > 0 && (
          <section aria-labelledby="quotes">
            <h2 id="quotes">{ui.quotesOfArticle}</h2>
            <QuoteList page={page} context={context} quotes={quotes} shows="speaker" />
            {page.shares.length > 0 && <WordShares page={page} context={context} />}
          </section>
        )}
        {entities.length > 0 && (
          <section aria-labelledby="names">
            <h2 id="names">{ui.entitiesOfArticle}</h2>
            <EntitiesByType page={page} context={context} entities={entities.map((card) => ({ card }))} />
          </section>
        )}
        {page.story.length > 1 && <Story page={page} context={context} />}
        {related.length > 0 && <Related page={page} context={context} />}
        <Neighbors page={page} context={context} />
        <CiteBox page={page} context={context} />
      </div>
    </Document>
  );
}

/** A headline that stands in the text keeps what is marked in it. */
function Headline({ page, context }: PageProps<ArticlePage>) {
  const { article, headlineBlock } = page;
  const own = inLanguage(article, frameOf({ page, context }));
  if (headlineBlock === null) return <h1 {...own}>{article.headline}</h1>;
  // Made and sanitized by renderBody.
  return <h1 {...own} id={headlineBlock.id} dangerouslySetInnerHTML={{ __html: headlineBlock.html }} />;
}

/** The articles of one event in their order, this one marked. */
function Story({ page, context }: PageProps<ArticlePage>) {
  const { ui, href } = context;
  return (
    <section aria-labelledby="story">
      <h2 id="story">{ui.story}</h2>
      <ol class="story">
        {page.story.map(({ article, path }) => (
          <li key={article.id}>
            {article.published !== null && <Day context={context} iso={article.published} />}
            <a href={href(page.path, path)} aria-current={path === page.path ? "page" : undefined}>
              <Isolated page={page} context={context} own={article} text={article.headline} />
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Related({ page, context }: PageProps<ArticlePage>) {
  const { ui } = context;
  return (
    <section aria-labelledby="related">
      <h2 id="related">{ui.related}</h2>
      <ul class="article-list is-short">
        {page.related.map(({ card, shared }) => {
          const names = shared.map(({ entity }) => (
            <Isolated page={page} context={context} own={entity} text={entity.name} />
          ));
          return (
            <li key={card.article.id}>
              <Card page={page} context={context} card={card}>
                {names.length > 0 && (
                  <p class="reason">
                    <span class="label">{ui.sharedNames}</span> <Joined parts={names} comma={ui.comma} />
                  </p>
                )}
              </Card>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

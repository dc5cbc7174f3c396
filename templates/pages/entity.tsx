import type { EntityPage } from "../../src/model/page.ts";
import { Card } from "../components/article-list.tsx";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Day } from "../components/day.tsx";
import { EntityList } from "../components/entity-list.tsx";
import { sectionOfType } from "../components/entity-types.ts";
import { Joined } from "../components/joined.tsx";
import { Pagination } from "../components/pagination.tsx";
import { PeriodBars } from "../components/period-bars.tsx";
import { QuoteList } from "../components/quote-list.tsx";
import { frameOf, inLanguage, type PageProps } from "../context.ts";
import { Document } from "../layouts/document.tsx";
import { numbered, sizeOrPage } from "./numbered.ts";

export function EntityView({ page, context }: PageProps<EntityPage>) {
  const { entity, counts, pagination, breadcrumbs } = page;
  const { ui, format } = context;
  const own = inLanguage(entity, frameOf({ page, context }));
  const otherNames = entity.otherNames.map((name) => <bdi {...own}>{name}</bdi>);
  return (
    <Document
      page={page}
      context={context}
      title={numbered(entity.name, pagination, context)}
      description={ui.pageOf(entity.name)}
      current={sectionOfType[entity.type]}
    >
      <header class="list-header">
        <Breadcrumbs page={page} context={context} trail={breadcrumbs} />
        <h1>
          <bdi {...own}>{entity.name}</bdi>
        </h1>
        <p class="line">
          <span>{ui.entityTypes[entity.type]}</span>
          <span>{sizeOrPage({ total: counts?.articles ?? null, pagination }, "articles", context)}</span>
          {counts !== null && <span>{format.count(ui.counts.mentions, counts.mentions)}</span>}
        </p>
        {page.span !== null && <Span page={page} context={context} span={page.span} />}
        {otherNames.length > 0 && (
          <p class="other-names">
            <span class="label">{ui.otherNames}</span> <Joined parts={otherNames} comma={ui.comma} />
          </p>
        )}
      </header>
      <div class="columns">
        <div class="main-column">
          <Quotes page={page} context={context} />
          <SaidOf page={page} context={context} />
          <Mentions page={page} context={context} />
          <Pagination page={page} context={context} pagination={pagination} />
        </div>
        {(page.coverage.length > 0 || page.together.length > 0) && (
          <div class="side-column">
            <Coverage page={page} context={context} />
            <Together page={page} context={context} />
          </div>
        )}
      </div>
    </Document>
  );
}

function Quotes({ page, context }: PageProps<EntityPage>) {
  const { quotes, quotesPath, totalQuotes } = page;
  const { ui, format, href } = context;
  if (quotes.length === 0) return null;
  return (
    <section aria-labelledby="quotes">
      <h2 id="quotes">
        {ui.sections.quotes} <span class="note">{format.count(ui.counts.quotes, totalQuotes)}</span>
      </h2>
      <QuoteList page={page} context={context} quotes={quotes} shows="article" />
      {quotesPath !== null && totalQuotes > quotes.length && (
        <p class="see-all">
          <a href={href(page.path, quotesPath)}>{ui.allQuotes}</a>
        </p>
      )}
    </section>
  );
}

/** What others said of it. */
function SaidOf({ page, context }: PageProps<EntityPage>) {
  const { saidOf, totalSaidOf, entity } = page;
  const { ui, format } = context;
  if (saidOf.length === 0) return null;
  return (
    <section aria-labelledby="said-of">
      <h2 id="said-of">
        {ui.saidOf(entity.name)} <span class="note">{format.count(ui.counts.quotes, totalSaidOf)}</span>
      </h2>
      <QuoteList page={page} context={context} quotes={saidOf} shows="speaker" />
    </section>
  );
}

/** The articles that mention it first and last. */
function Span({ page, context, span }: PageProps<EntityPage> & { span: NonNullable<EntityPage["span"]> }) {
  const { ui, href } = context;
  const ends = [
    { label: ui.firstMention, card: span.first },
    { label: ui.lastMention, card: span.last },
  ];
  return (
    <p class="line">
      {ends.map(({ label, card }) => (
        <span key={label}>
          <span class="label">{label}</span>{" "}
          <a class="place" href={href(page.path, card.path)}>
            <Day context={context} iso={card.article.published ?? ""} />
          </a>
        </span>
      ))}
    </p>
  );
}

function Mentions({ page, context }: PageProps<EntityPage>) {
  const { ui, format, href } = context;
  const frame = frameOf({ page, context });
  return (
    <section aria-labelledby="mentions">
      <h2 id="mentions">{ui.mentionsInContext}</h2>
      <ul class="article-list">
        {page.mentions.map(({ card, contexts }) => (
          <li key={card.article.id}>
            <Card page={page} context={context} card={card}>
              <ul class="contexts">
                {contexts.map(({ start, before, text, after, paragraph, path, fragment }) => (
                  <li key={start}>
                    <span class="context" {...inLanguage(card.article, frame)}>
                      {before}
                      <mark>{text}</mark>
                      {after}
                    </span>{" "}
                    <a class="place" href={href(page.path, path, fragment)}>
                      {paragraph === null ? ui.inHeading : ui.paragraph(format.number(paragraph))}
                    </a>
                  </li>
                ))}
              </ul>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Coverage({ page, context }: PageProps<EntityPage>) {
  const { ui } = context;
  if (page.coverage.length === 0) return null;
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">{ui.coverage}</h2>
      <p class="hint">{ui.coverageHint}</p>
      <PeriodBars page={page} context={context} periods={page.coverage} />
    </section>
  );
}

function Together({ page, context }: PageProps<EntityPage>) {
  const { ui, format } = context;
  if (page.together.length === 0) return null;
  return (
    <section aria-labelledby="together">
      <h2 id="together">{ui.together}</h2>
      <EntityList
        page={page}
        context={context}
        entities={page.together.map(({ card, articles }) => ({
          card,
          note: format.count(ui.counts.articles, articles),
        }))}
      />
    </section>
  );
}

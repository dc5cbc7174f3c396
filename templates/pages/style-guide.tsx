import type { ComponentChildren } from "preact";
import type { ArticleCard, EntityCard, NotFoundPage, QuoteCard } from "../../src/model/page.ts";
import { ArticleList } from "../components/article-list.tsx";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { EntityList } from "../components/entity-list.tsx";
import { Pagination } from "../components/pagination.tsx";
import { PeriodBars } from "../components/period-bars.tsx";
import { QuoteList } from "../components/quote-list.tsx";
import type { PageContext, PageProps } from "../context.ts";
import { Document } from "../layouts/document.tsx";

/** A language of the style page, with words to fill it. */
export interface StyleSample {
  page: NotFoundPage;
  context: PageContext;
  words: { headline: string; text: string; name: string; source: string; heading: string };
}

const tokens = ["paper", "raised", "ink", "ink-quiet", "rule", "accent", "mark"] as const;

/** Every component side by side in a right-to-left and a left-to-right language, for who works on the look. */
export function StyleGuide({ page, context, samples }: PageProps<NotFoundPage> & { samples: StyleSample[] }) {
  return (
    <Document page={page} context={context} title="Style">
      <h1 lang="en" dir="ltr">
        Style
      </h1>
      <Part name="Colors">
        <ul class="swatches">
          {tokens.map((token) => (
            <li key={token}>
              <span class={`swatch is-${token}`} />
              <code>--{token}</code>
            </li>
          ))}
        </ul>
      </Part>
      {samples.map((sample) => (
        <div key={sample.page.lang} lang={sample.page.lang} dir={sample.page.dir}>
          <Components {...sample} />
        </div>
      ))}
    </Document>
  );
}

function Components({ page, context, words }: StyleSample) {
  const { ui } = context;
  const { lang, dir } = page;
  const card: ArticleCard = {
    article: {
      id: "sample",
      lang,
      dir,
      headline: words.headline,
      published: "2021-01-26",
      updated: null,
      source: words.source,
      authors: [words.name],
      tags: [],
      summary: words.text,
      words: 400,
      path: "sample.txt",
    },
    path: "index.html",
  };
  const entity: EntityCard = {
    entity: {
      id: "sample",
      type: "Person",
      name: words.name,
      lang,
      dir,
    },
    path: "index.html",
  };
  const quote: QuoteCard = {
    quote: {
      id: "sample#q1",
      article: "sample",
      fragment: "q1",
      published: "2021-01-26",
      lang,
      dir,
      start: 0,
      end: 1,
      text: words.text,
      speaker: { name: words.name, entity: null },
      speakerId: "sample",
      about: [],
    },
    article: card,
    speaker: { name: words.name, path: "index.html", lang, dir },
  };
  return (
    <>
      <Part name={`Type, ${lang}`}>
        <h1>{words.headline}</h1>
        <p class="standfirst">{words.text}</p>
        <div class="prose article-body">
          <h2>{words.heading}</h2>
          <p>
            <a class="entity" href="#type" data-card={ui.entityTypes.Person}>
              {words.name}
            </a>
            : «
            <q class="speech" data-speaker={words.name}>
              {words.text}
            </q>
            » <mark>{words.source}</mark>
          </p>
          <blockquote>
            <p>{words.text}</p>
          </blockquote>
        </div>
      </Part>
      <Part name={`Lists, ${lang}`}>
        <Breadcrumbs
          page={page}
          context={context}
          trail={[
            { kind: "home", path: "index.html" },
            { kind: "section", section: "dates", path: "index.html" },
          ]}
        />
        <ArticleList page={page} context={context} cards={[card, card]} level={3} />
        <EntityList page={page} context={context} entities={[{ card: entity }, { card: entity }]} />
        <PeriodBars
          page={page}
          context={context}
          periods={[
            { period: "2020", count: 3, path: null },
            { period: "2021", count: 8, path: "index.html" },
          ]}
        />
        <Pagination
          page={page}
          context={context}
          pagination={{ current: 2, paths: ["index.html", "index.html", "index.html"] }}
        />
      </Part>
      <Part name={`Quotations, ${lang}`}>
        <QuoteList page={page} context={context} quotes={[quote]} shows="speaker" />
      </Part>
      <Part name={`Controls, ${lang}`}>
        <form class="search-form">
          <input type="search" aria-label={ui.searchLabel} placeholder={ui.searchLabel} />
          <button type="button">{ui.searchButton}</button>
        </form>
        <details>
          <summary>{ui.search.narrow}</summary>
          <p class="hint">{ui.searchHint}</p>
        </details>
        <p class="notice">{ui.searchNeedsScript}</p>
      </Part>
    </>
  );
}

function Part({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <section class="style-part">
      <p class="note" lang="en" dir="ltr">
        {name}
      </p>
      {children}
    </section>
  );
}

import type { Counted } from "../../src/languages/translation.ts";
import type { HomePage } from "../../src/model/page.ts";
import { ArticleList } from "../components/article-list.tsx";
import { titleOfCollection } from "../components/collection-title.ts";
import { EntitiesByType } from "../components/entity-list.tsx";
import { entityTypes, sectionOfType } from "../components/entity-types.ts";
import { PeriodBars } from "../components/period-bars.tsx";
import { Prose } from "../components/prose.tsx";
import { frameOf, inLanguage, type PageProps } from "../context.ts";
import { Document } from "../layouts/document.tsx";

export function Home({ page, context }: PageProps<HomePage>) {
  const { ui, format } = context;
  const { site, collections, years, entities } = page;
  return (
    <Document page={page} context={context} title={null} current="home">
      <header class="home-header">
        <h1 {...inLanguage(site, frameOf({ page, context }))}>{site.title}</h1>
        <Prose html={page.introductionHtml} />
        <Totals page={page} context={context} />
      </header>
      <div class="columns">
        <div class="main-column">
          {collections.map((collection) => (
            <Collection key={collection.path} page={page} context={context} collection={collection} />
          ))}
        </div>
        <div class="side-column">
          {years.length > 0 && (
            <section aria-labelledby="years">
              <h2 id="years">{ui.years}</h2>
              <PeriodBars page={page} context={context} periods={years.toReversed()} />
            </section>
          )}
          {entities.length > 0 && (
            <section aria-labelledby="names">
              <h2 id="names">{ui.mostMentioned}</h2>
              <EntitiesByType
                page={page}
                context={context}
                entities={entities.map(({ card, articles }) => ({ card, note: format.number(articles) }))}
              />
            </section>
          )}
        </div>
      </div>
    </Document>
  );
}

interface CollectionProps extends PageProps<HomePage> {
  collection: HomePage["collections"][number];
}

function Collection({ page, context, collection }: CollectionProps) {
  const { ui, format, href } = context;
  const { path, cards, total, level, introductionHtml } = collection;
  const titled = <a href={href(page.path, path)}>{titleOfCollection(collection, ui)}</a>;
  // A collection within another one is a rank below it; headlines stand a rank below either.
  const isPart = level > 2;
  return (
    <section class={isPart ? "collection is-part" : "collection"}>
      {isPart ? <h3 class="collection-title">{titled}</h3> : <h2 class="collection-title">{titled}</h2>}
      <Prose html={introductionHtml} />
      <ArticleList page={page} context={context} cards={cards} />
      {total > cards.length && (
        <p class="see-all">
          <a href={href(page.path, path)}>{ui.seeAll}</a>{" "}
          <span class="note">{format.count(ui.counts.articles, total)}</span>
        </p>
      )}
    </section>
  );
}

function Totals({ page: { totals }, context: { ui, format } }: PageProps<HomePage>) {
  const counted: [Counted, number][] = [
    ["articles", totals.articles],
    ...entityTypes.map((type): [Counted, number] => [sectionOfType[type], totals.entities[type]]),
    ["quotes", totals.quotes],
  ];
  return (
    <ul class="totals" aria-label={ui.archiveHolds}>
      {counted
        .filter(([, total]) => total > 0)
        .map(([name, total]) => (
          <li key={name}>{format.count(ui.counts[name], total)}</li>
        ))}
    </ul>
  );
}

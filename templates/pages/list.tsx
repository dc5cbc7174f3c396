import type { ListPage } from "../../src/model/page.ts";
import { ArticleList } from "../components/article-list.tsx";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { CalendarChart } from "../components/calendar-chart.tsx";
import { titleOfCollection } from "../components/collection-title.ts";
import { Day } from "../components/day.tsx";
import { Pagination } from "../components/pagination.tsx";
import { PeriodBars } from "../components/period-bars.tsx";
import { Prose } from "../components/prose.tsx";
import { frameOf, inLanguage, type PageProps } from "../context.ts";
import { Document } from "../layouts/document.tsx";
import { numbered, sizeOrPage } from "./numbered.ts";

/** A collection, a year, a month or a day. */
export function List({ page, context }: PageProps<ListPage>) {
  const { list, children, cards, pagination, breadcrumbs } = page;
  const { ui, format } = context;
  const isDated = list.of !== "collection";
  const title = isDated ? ui.newsOf(format.date(list.period)) : titleOfCollection(list, ui);
  return (
    <Document
      page={page}
      context={context}
      title={numbered(title, pagination, context)}
      {...(isDated ? { current: "dates" } : {})}
    >
      <header class="list-header">
        <Breadcrumbs page={page} context={context} trail={breadcrumbs} />
        <h1>{title}</h1>
        <p class="note">{sizeOrPage(page, "articles", context)}</p>
        <Prose html={page.introductionHtml} />
      </header>
      {page.calendar !== null && <CalendarChart page={page} context={context} calendar={page.calendar} />}
      {children.length > 0 && (
        <section class="periods" aria-labelledby="periods">
          <h2 id="periods">{list.of === "year" ? ui.months : ui.days}</h2>
          <PeriodBars page={page} context={context} periods={children} />
        </section>
      )}
      {cards.length === 0 ? (
        <p>{ui.noArticles}</p>
      ) : (
        <ArticleList page={page} context={context} cards={cards} level={2} />
      )}
      <Pagination page={page} context={context} pagination={pagination} />
      {page.otherYears.length > 0 && (
        <section class="other-years" aria-labelledby="on-this-day">
          <h2 id="on-this-day">{ui.onThisDay}</h2>
          {page.otherYears.map(({ period, path, cards: others }) => (
            <div key={period}>
              <h3>
                <a href={context.href(page.path, path)}>
                  <Day context={context} iso={period} />
                </a>
              </h3>
              <ul class="headlines">
                {others.map(({ article, path: articlePath }) => {
                  const own = inLanguage(article, frameOf({ page, context }));
                  return (
                    <li key={article.id} {...own}>
                      <a href={context.href(page.path, articlePath)} hreflang={own.lang}>
                        {article.headline}
                      </a>
                    </li>
                  );
                })}
              </ul>
            </div>
          ))}
        </section>
      )}
    </Document>
  );
}

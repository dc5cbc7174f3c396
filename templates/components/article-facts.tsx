import type { ComponentChildren } from "preact";
import type { ArticlePage } from "../../src/model/page.ts";
import { frameOf, inLanguage, type PageProps } from "../context.ts";
import { Day } from "./day.tsx";
import { Joined } from "./joined.tsx";

/** Words that are read in a minute. */
const readingSpeed = 200;

/** Who wrote it, where and when, under the headline. */
export function ArticleFacts({ page, context }: PageProps<ArticlePage>) {
  const { article, record } = page;
  const { ui, format, href } = context;
  const own = inLanguage(article, frameOf({ page, context }));
  const authors = article.authors.map((author) => <bdi {...own}>{author}</bdi>);
  return (
    <dl class="facts">
      {authors.length > 0 && (
        <Fact name={ui.authors}>
          <Joined parts={authors} comma={ui.comma} />
        </Fact>
      )}
      {article.source !== null && (
        <Fact name={ui.source}>
          <bdi {...own}>{article.source}</bdi>
        </Fact>
      )}
      {article.published !== null && (
        <Fact name={ui.published}>
          <a href={href(page.path, `dates/${article.published}.html`)}>
            <Day context={context} iso={article.published} />
          </a>
          <OtherCalendar context={context} iso={article.published} />
        </Fact>
      )}
      {article.updated !== null && (
        <Fact name={ui.updated}>
          <Day context={context} iso={article.updated} />
        </Fact>
      )}
      <Fact name={ui.readingTime}>
        {format.count(ui.counts.minutes, Math.max(1, Math.round(record.words / readingSpeed)))}
      </Fact>
    </dl>
  );
}

/** The same day in the calendar that the site's editor wants beside the Gregorian one. */
function OtherCalendar({ context, iso }: { context: PageProps["context"]; iso: string }) {
  const other = context.format.otherCalendar(iso);
  return other === null ? null : <span class="note"> {other}</span>;
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

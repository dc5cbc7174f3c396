import type { QuotesIndexPage } from "../../src/model/page.ts";
import { Isolated } from "../components/isolated.tsx";
import { Pagination } from "../components/pagination.tsx";
import { QuoteFigure } from "../components/quote-list.tsx";
import type { PageProps } from "../context.ts";
import { Document } from "../layouts/document.tsx";
import { numbered, sizeOrPage } from "./numbered.ts";

/** Who is quoted, each with what was said last. */
export function QuotesIndex({ page, context }: PageProps<QuotesIndexPage>) {
  const { ui, format, href } = context;
  return (
    <Document
      page={page}
      context={context}
      title={numbered(ui.sections.quotes, page.pagination, context)}
      description={ui.quotesIntroduction}
      current="quotes"
    >
      <header class="list-header">
        <h1>{ui.sections.quotes}</h1>
        <p>{ui.quotesIntroduction}</p>
        <p class="note">{sizeOrPage(page, "speakers", context)}</p>
      </header>
      <ul class="speakers">
        {page.speakers.map((speaker) => (
          <li key={speaker.path}>
            <h2>
              <a href={href(page.path, speaker.path)}>
                <Isolated page={page} context={context} own={speaker} text={speaker.name} />
              </a>{" "}
              <span class="note">{format.count(ui.counts.quotes, speaker.quotes)}</span>
            </h2>
            <QuoteFigure page={page} context={context} card={speaker.latest} shows="article" />
          </li>
        ))}
      </ul>
      <Pagination page={page} context={context} pagination={page.pagination} />
    </Document>
  );
}

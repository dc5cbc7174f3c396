import type { SpeakerPage } from "../../src/model/page.ts";
import { Breadcrumbs } from "../components/breadcrumbs.tsx";
import { Pagination } from "../components/pagination.tsx";
import { QuoteList } from "../components/quote-list.tsx";
import { frameOf, inLanguage, type PageProps } from "../context.ts";
import { Document } from "../layouts/document.tsx";
import { numbered, sizeOrPage } from "./numbered.ts";

/** What somebody said, the oldest first. */
export function SpeakerView({ page, context }: PageProps<SpeakerPage>) {
  const { speaker, entity, quotes, pagination } = page;
  const { ui, href } = context;
  const title = ui.quotesBy(speaker.name);
  return (
    <Document
      page={page}
      context={context}
      title={numbered(title, pagination, context)}
      description={title}
      current="quotes"
    >
      <header class="list-header">
        <Breadcrumbs page={page} context={context} trail={page.breadcrumbs} />
        <h1>
          <bdi {...inLanguage(speaker, frameOf({ page, context }))}>{speaker.name}</bdi>
        </h1>
        <p class="line">
          <span>{sizeOrPage(page, "quotes", context)}</span>
          {entity !== null && <a href={href(page.path, entity.path)}>{ui.pageOf(speaker.name)}</a>}
        </p>
      </header>
      <QuoteList page={page} context={context} quotes={quotes} shows="article" />
      <Pagination page={page} context={context} pagination={pagination} />
    </Document>
  );
}

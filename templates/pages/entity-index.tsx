import type { EntityIndexPage } from "../../src/model/page.ts";
import { EntityList } from "../components/entity-list.tsx";
import { sectionOfType } from "../components/entity-types.ts";
import { Pagination } from "../components/pagination.tsx";
import { PeopleNetwork } from "../components/people-network.tsx";
import { PlaceMap } from "../components/place-map.tsx";
import type { PageProps } from "../context.ts";
import { Document } from "../layouts/document.tsx";
import { numbered, sizeOrPage } from "./numbered.ts";

/** The index of one type of entity, the most mentioned first. */
export function EntityIndex({ page, context }: PageProps<EntityIndexPage>) {
  const { ui, format } = context;
  const section = sectionOfType[page.type];
  return (
    <Document
      page={page}
      context={context}
      title={numbered(ui.sections[section], page.pagination, context)}
      current={section}
    >
      <header class="list-header">
        <h1>{ui.sections[section]}</h1>
        <p class="note">{sizeOrPage(page, section, context)}</p>
      </header>
      {page.map !== null && <PlaceMap page={page} context={context} map={page.map} />}
      {page.network !== null && <PeopleNetwork page={page} context={context} network={page.network} />}
      <div class="entity-index">
        <EntityList
          page={page}
          context={context}
          entities={page.entities.map(({ card, articles }) => ({
            card,
            note: format.count(ui.counts.articles, articles),
          }))}
        />
      </div>
      <Pagination page={page} context={context} pagination={page.pagination} />
    </Document>
  );
}

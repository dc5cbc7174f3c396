import type { SearchPage } from "../../src/model/page.ts";
import type { PageProps } from "../context.ts";
import { Document } from "../layouts/document.tsx";

/** The one page with a script; it takes its words from the data-* attributes of the list of results. */
export function Search({ page, context }: PageProps<SearchPage>) {
  const { ui, assets, href } = context;
  // The names are those of the index's filters.
  const facets = [
    { name: "year", label: ui.search.year },
    { name: "collection", label: ui.search.collection },
    { name: "people", label: ui.entityTypes.Person },
    { name: "places", label: ui.entityTypes.Place },
    { name: "organizations", label: ui.entityTypes.Organization },
    { name: "events", label: ui.entityTypes.Event },
    { name: "source", label: ui.source },
    { name: "language", label: ui.search.language },
  ];
  const { loading, none, failed, file, more } = ui.search;
  const counts = Object.entries(ui.counts.results).map(([category, text]) => [
    `data-count-${category}`,
    text,
  ]);
  return (
    <Document
      page={page}
      context={context}
      title={ui.sections.search}
      description={ui.searchLabel}
      current="search"
      // A classic script, since browsers load no module from a disk
      head={<script defer src={href(page.path, assets.search)} />}
    >
      <header class="list-header">
        <h1>{ui.searchLabel}</h1>
      </header>
      <search>
        <form id="search-form" class="search-form" action={href(page.path, page.path)}>
          <input
            id="search-input"
            type="search"
            name="q"
            dir="auto"
            autocomplete="off"
            placeholder={ui.searchLabel}
            aria-label={ui.searchLabel}
            aria-describedby="search-hint"
          />
          <button type="submit">{ui.searchButton}</button>
        </form>
      </search>
      <p id="search-hint" class="hint">
        {ui.searchHint}
      </p>
      <details id="search-filters" class="filters" hidden>
        <summary>{ui.search.narrow}</summary>
        <div class="filter-fields">
          {facets.map(({ name, label }) => (
            <label key={name} hidden>
              <span>{label}</span>
              <select name={name} form="search-form">
                <option value="">{ui.search.any}</option>
              </select>
            </label>
          ))}
          <label>
            <span>{ui.search.order}</span>
            <select name="sort" form="search-form">
              <option value="">{ui.search.byRelevance}</option>
              <option value="newest">{ui.search.newestFirst}</option>
              <option value="oldest">{ui.search.oldestFirst}</option>
            </select>
          </label>
          <button type="reset" form="search-form">
            {ui.search.clear}
          </button>
        </div>
      </details>
      <noscript>
        <p class="notice">{ui.searchNeedsScript}</p>
      </noscript>
      <p id="search-status" class="note" role="status" />
      <ol
        id="search-results"
        class="search-results"
        data-locale={context.format.locale}
        data-loading={loading}
        data-none={none}
        data-failed={failed}
        data-file={file}
        data-more={more}
        {...Object.fromEntries(counts)}
      />
    </Document>
  );
}

import type { QuoteRecord, SpeakerRecord } from "../model/archive.ts";
import type { QuotesIndexPage, SpeakerPage } from "../model/page.ts";
import type { Catalogue } from "./catalogue.ts";
import { whole } from "./page-draft.ts";
import { quotesIndexPath, speakerPath } from "./paths.ts";
import { indexFile, type ListPart, type PlannedPage, paginate, pathOfPart } from "./planned-page.ts";

/** The index of speakers, and the quotes of each, oldest first. */
export function planQuotes(catalogue: Catalogue): PlannedPage[] {
  const speakers = [...catalogue.archive.speakers.values()];
  const index = paginate(speakers, quotesIndexPath).map(
    (part): PlannedPage => ({
      kind: "quotes-index",
      path: pathOfPart(part),
      source: indexFile,
      draft: () => whole(viewIndex(catalogue, part, speakers.length)),
    }),
  );
  const pages = speakers.flatMap((speaker) =>
    paginate(speaker.quotes, (page) => speakerPath(speaker.id, page)).map(
      (part): PlannedPage => ({
        kind: "speaker",
        path: pathOfPart(part),
        source: catalogue.articleCard(speaker.quotes[0]?.article ?? "").article.path,
        draft: () => whole(viewSpeaker(catalogue, speaker, part)),
      }),
    ),
  );
  return [...index, ...pages];
}

function viewIndex(catalogue: Catalogue, part: ListPart<SpeakerRecord>, total: number): QuotesIndexPage {
  return {
    ...catalogue.frame(pathOfPart(part)),
    kind: "quotes-index",
    speakers: part.entries.flatMap(({ id, name, lang, dir, quotes }) => {
      const latest = latestOf(quotes);
      if (latest === undefined) return [];
      return [
        {
          name,
          lang,
          dir,
          path: speakerPath(id),
          quotes: quotes.length,
          latest: catalogue.quoteCard(latest),
        },
      ];
    }),
    total,
    pagination: part.pagination,
  };
}

/** Quotes are oldest first with undated ones last: the newest that has a date, or the last. */
function latestOf(quotes: readonly QuoteRecord[]): QuoteRecord | undefined {
  return quotes.findLast(({ published }) => published !== null) ?? quotes.at(-1);
}

function viewSpeaker(catalogue: Catalogue, speaker: SpeakerRecord, part: ListPart<QuoteRecord>): SpeakerPage {
  const { name, lang, dir } = speaker;
  const entity =
    speaker.entity !== null && catalogue.archive.entities.has(speaker.entity) ? speaker.entity : null;
  return {
    ...catalogue.frame(pathOfPart(part)),
    kind: "speaker",
    speaker: { name, lang, dir },
    breadcrumbs: [
      { kind: "home", path: "index.html" },
      { kind: "section", section: "quotes", path: quotesIndexPath() },
    ],
    entity: entity === null ? null : catalogue.entityCard(entity),
    quotes: part.entries.map(catalogue.quoteCard),
    total: speaker.quotes.length,
    pagination: part.pagination,
  };
}

import type { QuoteRef, SpeakerRecord } from "../model/archive.ts";
import { sectionTrail } from "./breadcrumbs.ts";
import type { Catalogue } from "./catalogue.ts";
import { writeList } from "./digest.ts";
import type { QuotesIndexDraft, SpeakerDraft } from "./page-draft.ts";
import { quotesIndexPath, speakerPath } from "./paths.ts";
import {
  type BasisWriter,
  indexFile,
  type ListPart,
  type PlannedPage,
  paginate,
  pathOfPart,
  writeEntity,
  writePart,
  writeQuote,
} from "./planned-page.ts";

const trail = sectionTrail("quotes", quotesIndexPath());

/** The index of speakers, and the quotes of each, oldest first. */
export function planQuotes(catalogue: Catalogue): PlannedPage[] {
  const speakers = [...catalogue.archive.speakers.values()];
  const index = paginate(speakers, quotesIndexPath, { grows: "behind" }).map(
    (part): PlannedPage => ({
      kind: "quotes-index",
      path: pathOfPart(part),
      source: indexFile,
      draft: () => draftIndex(catalogue, part),
      basis: null,
    }),
  );
  const pages = speakers.flatMap((speaker) =>
    paginate(speaker.quotes, (page) => speakerPath(speaker.id, page), { grows: "behind" }).map(
      (part): PlannedPage => ({
        kind: "speaker",
        path: pathOfPart(part),
        source: sourceOf(catalogue, speaker),
        draft: () => draftSpeaker(catalogue, speaker, part),
        basis: (to) => writeBasis(to, catalogue, speaker, part),
      }),
    ),
  );
  return [...index, ...pages];
}

/** The file of the first article that quotes somebody. */
function sourceOf({ archive }: Catalogue, { quotes: [first] }: SpeakerRecord): string {
  return archive.articles[archive.numberOf(first?.article ?? "")]?.path ?? indexFile;
}

function draftIndex(catalogue: Catalogue, part: ListPart<SpeakerRecord>): QuotesIndexDraft {
  return {
    kind: "quotes-index",
    page: {
      ...catalogue.frame(pathOfPart(part)),
      kind: "quotes-index",
      total: part.total,
      pagination: part.pagination,
    },
    speakers: part.entries.flatMap(({ id, name, lang, dir, quotes }) => {
      const latest = latestOf(catalogue, quotes);
      if (latest === undefined) return [];
      const speaker = { name, lang, dir, path: speakerPath(id), quotes: quotes.length };
      return [{ speaker, latest: catalogue.quoteDraft(latest) }];
    }),
  };
}

/** Quotes are oldest first with undated ones last: the newest that has a date, or the last. */
function latestOf({ archive }: Catalogue, quotes: readonly QuoteRef[]): QuoteRef | undefined {
  const isDated = ({ article }: QuoteRef): boolean =>
    archive.articles[archive.numberOf(article)]?.published !== null;
  return quotes.findLast(isDated) ?? quotes.at(-1);
}

function writeBasis(
  to: BasisWriter,
  { archive, speakerCard }: Catalogue,
  { id, entity }: SpeakerRecord,
  part: ListPart<QuoteRef>,
): void {
  to.value(speakerCard(id));
  const named = entity === null ? undefined : archive.entities.get(entity);
  to.number(named === undefined ? 0 : 1);
  if (named !== undefined) writeEntity(to, named);
  writePart(to, part);
  writeList(to, part.entries, (quote) => writeQuote(to, archive, quote));
}

function draftSpeaker(catalogue: Catalogue, speaker: SpeakerRecord, part: ListPart<QuoteRef>): SpeakerDraft {
  const { name, lang, dir } = speaker;
  const entity =
    speaker.entity !== null && catalogue.archive.entities.has(speaker.entity) ? speaker.entity : null;
  return {
    kind: "speaker",
    page: {
      ...catalogue.frame(pathOfPart(part)),
      kind: "speaker",
      speaker: { name, lang, dir },
      breadcrumbs: trail,
      entity: entity === null ? null : catalogue.entityCard(entity),
      total: part.total,
      pagination: part.pagination,
    },
    quotes: part.entries.map(catalogue.quoteDraft),
  };
}

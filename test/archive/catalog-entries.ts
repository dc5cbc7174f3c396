import fc from "fast-check";
import type { CatalogEntry } from "../../src/model/archive.ts";
import { EntityType } from "../../src/model/article.ts";

const text = fc.string({ unit: "grapheme", maxLength: 12 });
const day = fc.constantFrom(null, "2020-05-01", "1999-12-31");
const some = { maxLength: 3 };

/** What the catalogue may take of an article. */
export const catalogEntries: fc.Arbitrary<CatalogEntry> = fc
  .record({
    id: text,
    lang: fc.constantFrom("ar", "ar-EG", "en"),
    dir: fc.constantFrom("rtl", "ltr"),
    headline: text,
    published: day,
    updated: day,
    source: fc.option(text),
    path: text,
  })
  .chain((article) =>
    fc.record({
      article: fc.constant(article),
      entities: fc.array(
        fc.record({
          id: text,
          type: fc.constantFrom(...EntityType.options),
          name: text,
          forms: fc.array(fc.tuple(text, fc.nat()), some),
        }),
        some,
      ),
      quotes: fc.array(
        fc.record({
          article: fc.constant(article.id),
          fragment: text,
          speaker: fc.option(text),
          speakerId: fc.option(text),
          about: fc.array(text, some),
        }),
        some,
      ),
      links: fc.array(text, some),
    }),
  );

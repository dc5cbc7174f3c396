import * as z from "zod";
import { EntityRecord, QuoteRecord } from "../model/archive.ts";
import { Article } from "../model/article.ts";
import { LanguageTag } from "../model/language.ts";
import type { SiteFile } from "./site-file.ts";

const published = {
  article: { schema: Article, title: "Article", of: "articles/<id>.json and a line of data/articles.ndjson" },
  entity: { schema: EntityRecord, title: "Entity", of: "a line of data/entities.ndjson" },
  quote: { schema: QuoteRecord, title: "Quote", of: "a line of data/quotes.ndjson" },
} as const;

/** `schema/<record>.schema.json`: JSON Schema (2020-12) of what the site publishes as data. Fields may be added in a minor version. */
export function makeSchemas(): SiteFile[] {
  return Object.entries(published).map(([name, { schema, title, of }]) => {
    // As input, so that fields which a later version adds are not forbidden.
    const { $schema, ...rest } = z.toJSONSchema(schema, {
      io: "input",
      override: ({ zodSchema, jsonSchema }) => {
        if (zodSchema === LanguageTag) jsonSchema.description = "A BCP 47 language tag in its canonical form";
      },
    });
    const document = { $schema, title, description: `Warraq: ${of}`, ...rest };
    return { path: `schema/${name}.schema.json`, content: `${JSON.stringify(document, null, 2)}\n` };
  });
}

import type { Options } from "minisearch";
import { foldForSearch } from "../../../src/languages/search-words.ts";

interface Document {
  id: string;
  title: string;
  text: string;
  words: string;
}

/** The same in the build and in the browser. */
export const miniSearchOptions: Options<Document> = {
  fields: ["title", "text", "words"],
  storeFields: ["title"],
  processTerm: (term) => foldForSearch(term) || null,
};

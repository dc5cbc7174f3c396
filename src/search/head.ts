/** What `search/index.json` says of an index. */
export interface SearchHeadFile {
  format: 1;
  /** How many articles it is of. */
  articles: number;
  /** Numbers below it are of articles without a date. */
  undatedBelow: number;
  /** Keys of the shards of words, in order (`shards.ts`). */
  shards: readonly string[];
  /** First numbers of the ranges of articles, in order (`articles.ts`). */
  tables: readonly number[];
  /** Names of what a search can be narrowed by, each a file `search/filters/<name>.bin` (`word-file.ts`). */
  filters: readonly string[];
}

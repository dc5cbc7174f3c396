/*
 * Which article has which number. The numbers are parted into ranges of few articles, each with a file, so that a page of results loads
 * the names of its own articles. Runs in the browser too.
 */

export interface NumberedArticle {
  number: number;
  id: string;
}

/** The articles of a range of numbers, in order. */
export interface ArticleRange {
  /** The range's first number, whether an article has it or not. */
  first: number;
  articles: readonly NumberedArticle[];
}

/** Articles of one range, where there are so many numbers. */
const rangeLimit = 128;

/** More than any number: days of ten thousand years with a thousand times as many numbers each as a busy day needs. */
const allNumbers = 2 ** 44;

/** Parts articles, in the order of their numbers, into ranges: halves of halves, until one has few enough. */
export function partArticles(
  articles: readonly NumberedArticle[],
  first = 0,
  length = allNumbers,
): ArticleRange[] {
  if (articles.length === 0) return [];
  if (articles.length <= rangeLimit || length === 1) return [{ first, articles }];
  const half = length / 2;
  const middle = articles.findIndex(({ number }) => number >= first + half);
  const at = middle === -1 ? articles.length : middle;
  return [
    ...partArticles(articles.slice(0, at), first, half),
    ...partArticles(articles.slice(at), first + half, half),
  ];
}

/** The file of a range, from the site's root. */
export function tablePath(first: number): string {
  return `search/articles/${first}.json`;
}

/** What the file of a range holds: numbers, each as what it is more than the range's first, and ids. */
export function articleTable({ first, articles }: ArticleRange): string {
  return `${JSON.stringify({
    numbers: articles.map(({ number }) => number - first),
    ids: articles.map(({ id }) => id),
  })}\n`;
}

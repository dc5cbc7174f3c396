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
export function partArticles(articles: readonly NumberedArticle[]): ArticleRange[] {
  const ranges: ArticleRange[] = [];
  const part = (from: number, to: number, first: number, length: number): void => {
    if (from === to) return;
    if (to - from <= rangeLimit || length === 1) {
      ranges.push({ first, articles: articles.slice(from, to) });
      return;
    }
    const half = length / 2;
    const middle = firstFrom(articles, first + half, from, to);
    part(from, middle, first, half);
    part(middle, to, first + half, half);
  };
  part(0, articles.length, 0, allNumbers);
  return ranges;
}

/** The place of the first article, of those between two places, whose number is not below another; the second place where all are. */
function firstFrom(articles: readonly NumberedArticle[], number: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((articles[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
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

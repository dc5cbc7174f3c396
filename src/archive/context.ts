import type { MentionContext } from "../model/archive.ts";
import type { Article } from "../model/article.ts";

/** How much is shown on either side of a mention, in UTF-16 code units; a context ends at a word and with its block. */
const reach = 80;
/** About three lines on a phone. */
const summaryLength = 220;

interface Block {
  start: number;
  end: number;
  paragraph: number | null;
}

/** The mentions of each of an article's entities with the words around them, by entity id, in text order. */
export function findContexts(article: Article): Map<string, MentionContext[]> {
  const blocks = listBlocks(article);
  const contexts = new Map<string, MentionContext[]>();
  for (const entity of article.entities) {
    const found: MentionContext[] = [];
    for (const { start, end, text } of entity.mentions) {
      const block = blockAt(blocks, start);
      if (block === undefined) continue;
      const from = wordAtOrAfter(article.text, Math.max(block.start, start - reach), start, block.start);
      const to = wordAtOrBefore(article.text, Math.min(block.end, end + reach), end, block.end);
      found.push({
        article: article.id,
        start,
        end,
        before: (from > block.start ? "…" : "") + article.text.slice(from, start),
        text,
        after: article.text.slice(end, to) + (to < block.end ? "…" : ""),
        paragraph: block.paragraph,
      });
    }
    contexts.set(entity.id, found);
  }
  return contexts;
}

/** The editor's summary, or the first paragraph that is not the headline, cut at a word. */
export function summarize(article: Article): string {
  if (article.summary !== null) return article.summary;
  for (const section of article.sections) {
    for (const { start, end } of section.paragraphs) {
      const paragraph = article.text.slice(start, end);
      if (paragraph === article.headline) continue;
      if (paragraph.length <= summaryLength) return paragraph;
      const cut = wordAtOrBefore(article.text, start + summaryLength, start, end);
      return `${article.text.slice(start, cut).replace(/[\s\p{P}]+$/u, "")}…`;
    }
  }
  return "";
}

function listBlocks(article: Article): Block[] {
  const blocks: Block[] = [];
  let paragraph = 0;
  for (const { heading, paragraphs } of article.sections) {
    if (heading !== null) blocks.push({ start: heading.start, end: heading.end, paragraph: null });
    for (const { start, end } of paragraphs) {
      paragraph += 1;
      blocks.push({ start, end, paragraph });
    }
  }
  return blocks;
}

function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return blocks[low];
}

function wordAtOrAfter(text: string, offset: number, limit: number, blockStart: number): number {
  if (offset === blockStart) return offset;
  let position = offset;
  while (position < limit && !/\s/u.test(text.charAt(position - 1))) position += 1;
  return position;
}

function wordAtOrBefore(text: string, offset: number, limit: number, blockEnd: number): number {
  if (offset === blockEnd) return offset;
  let position = offset;
  while (position > limit && !/\s/u.test(text.charAt(position))) position -= 1;
  return position;
}

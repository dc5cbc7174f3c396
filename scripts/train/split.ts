/** Which part of a corpus a sentence is in. `margin` is used for nothing: it parts the others, since neighbors share an article. */
export type Part = "train" | "development" | "test" | "margin";

/** Into how many blocks of consecutive sentences a corpus is cut; every tenth block is held back. */
export const blockCount = 100;
/** Sentences at each end of a held-back block that are in no part's service next to it. */
export const marginSize = 5;

/**
 * The part of each sentence of a corpus, fixed once and for good: block 9, 19, 29 … of 100 is the test tenth,
 * block 4, 14, 24 … the development tenth. Five sentences on either side of them are left out of training.
 */
export function partition(sentences: number): Part[] {
  const parts: Part[] = Array.from({ length: sentences }, (_, index) => {
    const block = Math.floor((index * blockCount) / sentences);
    return block % 10 === 9 ? "test" : block % 10 === 4 ? "development" : "train";
  });
  return parts.map((part, index) => {
    if (part !== "train") return part;
    const near = parts.slice(Math.max(0, index - marginSize), index + marginSize + 1);
    return near.some((other) => other !== "train") ? "margin" : "train";
  });
}

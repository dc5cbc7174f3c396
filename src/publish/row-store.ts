/**
 * Rows of products by the products' names, as the bytes that they are written down in: as strings, with the rest of what was kept
 * for them, those of a first build of 100,000 articles took 330 MB.
 */
export interface RowStore {
  /** @param row null for a product that cannot be written down */
  set: (name: string, row: string | null) => void;
  has: (name: string) => boolean;
  /** Null also where there is no product of that name. */
  get: (name: string) => string | null;
  names: () => Iterable<string>;
  /** Of those that have one. */
  rows: () => Iterable<string>;
}

const chunkSize = 1 << 20;

export function rowStore(): RowStore {
  const places = new Map<string, number>();
  // Of each row in turn: the chunk that it is in, where it begins there and where it ends. One without a row is in no chunk.
  const chunkOf: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const chunks: Buffer[] = [];
  let used = 0;
  const rowAt = (place: number): string | null =>
    chunks[chunkOf[place] ?? -1]?.toString("utf8", from[place], to[place]) ?? null;
  return {
    set: (name, row) => {
      places.set(name, chunkOf.length);
      if (row === null) {
        chunkOf.push(-1);
        from.push(0);
        to.push(0);
        return;
      }
      const length = Buffer.byteLength(row);
      if (chunks.length === 0 || used + length > chunkSize) {
        chunks.push(Buffer.allocUnsafeSlow(Math.max(chunkSize, length)));
        used = 0;
      }
      chunks.at(-1)?.write(row, used);
      chunkOf.push(chunks.length - 1);
      from.push(used);
      used += length;
      to.push(used);
    },
    has: (name) => places.has(name),
    get: (name) => rowAt(places.get(name) ?? -1),
    names: () => places.keys(),
    rows: function* () {
      for (const place of places.values()) {
        const row = rowAt(place);
        if (row !== null) yield row;
      }
    },
  };
}

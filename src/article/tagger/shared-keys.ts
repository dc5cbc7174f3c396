/*
 * A word's keys are the word and the stems that it may have: what it shares with other occurrences of the same name.
 */

/** The keys that several words of a text hold. */
export interface SharedKeys {
  /** How many there are; they are numbered from 0. */
  count: number;
  /** Of each word up to `keysOfWord` of them, -1 where it has fewer. */
  ofWords: Int32Array;
}

/** A word has no more keys than this: itself, and its stems behind one particle and behind two. */
export const keysOfWord = 3;

/** Finds out which keys words share; the numbers that keys have go from 0 to `keyCount`. */
export function findSharedKeys(
  words: readonly { keyNumbers: readonly number[] }[],
  keyCount: number,
  room: KeyRoom,
): SharedKeys {
  if (room.times.length < keyCount) {
    room.times = new Uint8Array(keyCount * 2);
    room.numbers = new Int32Array(keyCount * 2);
  }
  const { times, numbers } = room;
  for (const { keyNumbers } of words)
    for (const key of keyNumbers) times[key] = Math.min(2, (times[key] ?? 0) + 1);
  const ofWords = new Int32Array(words.length * keysOfWord).fill(-1);
  let count = 0;
  words.forEach(({ keyNumbers }, index) => {
    let place = index * keysOfWord;
    for (const key of keyNumbers) {
      if (times[key] === 1) continue;
      if (times[key] === 2) {
        times[key] = isNumbered;
        numbers[key] = count;
        count += 1;
      }
      ofWords[place] = numbers[key] ?? 0;
      place += 1;
    }
  });
  for (const { keyNumbers } of words) for (const key of keyNumbers) times[key] = 0;
  return { count, ofWords };
}

/** Of a key that has its number among those that are shared. */
const isNumbered = 3;

/** The same of words whose keys have no numbers yet. */
export function sharedKeysOf(words: readonly { keys: readonly string[] }[]): SharedKeys {
  const numbers = new Map<string, number>();
  for (const { keys } of words) for (const key of keys) if (!numbers.has(key)) numbers.set(key, numbers.size);
  const numbered = words.map(({ keys }) => ({ keyNumbers: keys.map((key) => numbers.get(key) ?? 0) }));
  return findSharedKeys(numbered, numbers.size, makeKeyRoom());
}

export function makeKeyRoom(): KeyRoom {
  return { times: new Uint8Array(), numbers: new Int32Array() };
}

/** What is counted with, 0 for every key between calls: making it anew would take longer than counting. */
export interface KeyRoom {
  times: Uint8Array;
  numbers: Int32Array;
}

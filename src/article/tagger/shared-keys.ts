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

/**
 * Finds out which keys words share.
 * @param keys of each word the numbers of up to `keysOfWord` keys, -1 where it has fewer; they go from 0 to `keyCount`
 */
export function findSharedKeys(keys: Int32Array, keyCount: number, room: KeyRoom): SharedKeys {
  if (room.times.length < keyCount) {
    room.times = new Uint8Array(keyCount * 2);
    room.numbers = new Int32Array(keyCount * 2);
  }
  const { times, numbers } = room;
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? -1;
    if (key >= 0) times[key] = times[key] === 0 ? 1 : 2;
  }
  const ofWords = new Int32Array(keys.length).fill(-1);
  let count = 0;
  for (let from = 0; from < keys.length; from += keysOfWord) {
    let place = from;
    for (let at = from; at < from + keysOfWord; at += 1) {
      const key = keys[at] ?? -1;
      if (key < 0 || times[key] === 1) continue;
      if (times[key] === 2) {
        times[key] = isNumbered;
        numbers[key] = count;
        count += 1;
      }
      ofWords[place] = numbers[key] ?? 0;
      place += 1;
    }
  }
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? -1;
    if (key >= 0) times[key] = 0;
  }
  return { count, ofWords };
}

/** Of a key that has its number among those that are shared. */
const isNumbered = 3;

/** The same of words whose keys have no numbers yet. */
export function sharedKeysOf(words: readonly { keys: readonly string[] }[]): SharedKeys {
  const numbers = new Map<string, number>();
  const keys = new Int32Array(words.length * keysOfWord).fill(-1);
  words.forEach(({ keys: own }, index) => {
    own.forEach((key, nth) => {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      keys[index * keysOfWord + nth] = number;
    });
  });
  return findSharedKeys(keys, numbers.size, makeKeyRoom());
}

export function makeKeyRoom(): KeyRoom {
  return { times: new Uint8Array(), numbers: new Int32Array() };
}

/** What is counted with, 0 for every key between calls: making it anew would take longer than counting. */
export interface KeyRoom {
  times: Uint8Array;
  numbers: Int32Array;
}

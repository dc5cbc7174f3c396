import { statSync } from "node:fs";

/** What the file system says of some files: as long as it says the same, nobody wrote to them. */
export interface Stamp {
  /** Size, times and number of each that is there. */
  text: string;
  /** When the last of them changed, in milliseconds since 1970. */
  time: number;
}

export function stampOf(paths: readonly string[]): Stamp {
  let text = "";
  let time = 0;
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) continue;
    text += `${found.size} ${found.mtimeMs} ${found.ctimeMs} ${found.ino};`;
    time = Math.max(time, found.mtimeMs, found.ctimeMs);
  }
  return { text, time };
}

/** A file that changed so shortly before it was looked at may change again within the clock's tick, in milliseconds. */
const racy = 100;

/** Whether a stamp can be told from that of any later change. @param lookedAt when it was taken, or shortly before, in milliseconds since 1970 */
export function isSettled({ time }: Pick<Stamp, "time">, lookedAt: number): boolean {
  return time < lookedAt - racy;
}

import { relative } from "node:path";

/** What the system refused a program, and what there is to do about it. */
interface Refusal {
  codes: readonly string[];
  rule: string;
  reason: string;
  remedy: string;
  /** Whether what is told of is the folder that is written to, whichever of its files it was. */
  ofFolder?: true;
}

const refusals: readonly Refusal[] = [
  {
    codes: ["ENOSPC", "EDQUOT"],
    rule: "system/full",
    reason: "the disk that it is on is full",
    remedy: "free some space, or name a folder on another disk with --out",
    ofFolder: true,
  },
  {
    codes: ["EROFS"],
    rule: "system/read-only",
    reason: "the disk that it is on can only be read",
    remedy: "let it be written to, or name another folder with --out",
    ofFolder: true,
  },
  {
    codes: ["EACCES", "EPERM"],
    rule: "system/forbidden",
    reason: "this user has no right to it",
    remedy: "give them the right, or name another folder",
  },
  {
    codes: ["ENOTDIR", "EEXIST", "ENOTEMPTY"],
    rule: "system/occupied",
    reason: "something else is in its place, or a part of its path is a file and no folder",
    remedy: "take that away, or name another folder",
  },
  {
    codes: ["EBUSY", "EXDEV"],
    rule: "system/mounted",
    reason: "it is a disk of its own, or in use, and a site cannot take its place in one step",
    remedy: "name a folder below it with --out",
    ofFolder: true,
  },
  {
    codes: ["EISDIR"],
    rule: "system/folder",
    reason: "it is a folder, and should be a file",
    remedy: "take the folder away, or give it another name",
  },
  {
    codes: ["ENOENT"],
    rule: "system/vanished",
    reason: "it is not there, or not any more",
    remedy: "put it back, or let nothing else write there meanwhile, and do it again",
  },
  {
    codes: ["EIO"],
    rule: "system/disk",
    reason: "the disk cannot read or write it",
    remedy: "look whether the disk is whole and attached",
  },
  {
    codes: ["EMFILE", "ENFILE"],
    rule: "system/open-files",
    reason: "this system lets no more files be open at once",
    remedy: "let it have more, with: ulimit -n 4096",
    ofFolder: true,
  },
  {
    codes: ["ENOMEM", "ERR_WORKER_OUT_OF_MEMORY"],
    rule: "system/memory",
    reason: "the memory that Node takes did not suffice",
    remedy:
      "let it take more, in megabytes, with: NODE_OPTIONS=--max-old-space-size=8192; or cut the longest text into several; or parse it in parts, with --shard",
    ofFolder: true,
  },
];

/**
 * What the system refused, in one line for people: `dist: error: the disk that it is on is full (ENOSPC); free some space … [system/full]`.
 * @param folder the one that the command writes to, as its user named it
 * @returns null for an error that is not the system's, but a mistake of this program
 */
export function describeSystemError(error: unknown, folder: string): string | null {
  for (const one of causesOf(error)) {
    const { code, path } = partsOf(one);
    const refusal = refusals.find(({ codes }) => codes.includes(code));
    if (refusal === undefined) continue;
    const { reason, remedy, rule, ofFolder } = refusal;
    const place = ofFolder === true || path === null || isOurs(path) ? folder : pathForPeople(path);
    return `${place}: error: ${reason} (${code}); ${remedy} [${rule}]`;
  }
  return null;
}

/** The error, what caused it, and what caused that. */
function* causesOf(error: unknown): Iterable<Error> {
  const seen = new Set<unknown>();
  for (let one = error; one instanceof Error && !seen.has(one); ) {
    seen.add(one);
    yield one;
    one = one.cause;
  }
}

/** An error that comes from a worker thread has lost all but its message: `ENOSPC: no space left on device, open '/a/b'`. */
function partsOf(error: Error): { code: string; path: string | null } {
  const [, told = "", , toldPath] =
    /(?:^|: )(E[A-Z]+): [^,]+, (\w+)(?: '(.+?)'(?: -> '.+')?)?$/s.exec(error.message) ?? [];
  const code = "code" in error && typeof error.code === "string" ? error.code : told;
  const path = "path" in error && typeof error.path === "string" ? error.path : toldPath;
  return { code, path: path ?? null };
}

/** What stands beside the folder for the time of a build says nothing to people. */
function isOurs(path: string): boolean {
  return /(?:^|[/\\])\.[^/\\]+\.warraq-/.test(path);
}

function pathForPeople(path: string): string {
  const below = relative("", path);
  return below === "" || below.startsWith("..") ? path : below;
}

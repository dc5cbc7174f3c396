import { cp, mkdir, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { digestFile, listFiles } from "./files.ts";
import { type Holder, lockOutput } from "./lock.ts";
import { discardWorkDir, openWorkDir } from "./swap.ts";

/** RFC 8493 asks for SHA-512 by default; the site's own manifest is of SHA-256, and can be compared with the bag's. */
const algorithms = ["sha256", "sha512"] as const;
type Algorithm = (typeof algorithms)[number];

export interface PackageOptions {
  seedsDir: string;
  /** A built site that agrees with its manifest. */
  siteDir: string;
  /** Where the bag goes; nothing may be there yet. */
  bagDir: string;
  /** Elements of `bag-info.txt`. */
  info: readonly (readonly [name: string, value: string])[];
}

/**
 * Packs an archive for deposit as a BagIt bag (RFC 8493, version 1.0): its texts below `data/seeds/`, its site below
 * `data/site/`, every byte as it is, with manifests. The bag is made beside its place and then moved there whole.
 * @returns how many files it holds; or who else is making a bag of that name
 */
export async function packageArchive(options: PackageOptions): Promise<number | Holder> {
  const lock = await lockOutput(options.bagDir);
  if ("pid" in lock) return lock;
  try {
    return await makeBag(options);
  } finally {
    lock.release();
  }
}

async function makeBag({ seedsDir, siteDir, bagDir, info }: PackageOptions): Promise<number> {
  const workDir = await openWorkDir(bagDir);
  try {
    await mkdir(join(workDir, "data"));
    await cp(seedsDir, join(workDir, "data/seeds"), { recursive: true, dereference: true });
    await cp(siteDir, join(workDir, "data/site"), { recursive: true, dereference: true });
    const payload = await listFiles(join(workDir, "data"));
    let bytes = 0;
    for (const path of payload) bytes += (await stat(join(workDir, "data", path))).size;
    const manifest = (algorithm: Algorithm): string =>
      payload
        .map(
          (path) => `${digestFile(join(workDir, "data", path), algorithm)}  ${encodePath(`data/${path}`)}\n`,
        )
        .join("");
    const tags: [name: string, content: string][] = [
      ["bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"],
      [
        "bag-info.txt",
        [...info, ["Payload-Oxum", `${bytes}.${payload.length}`] as const]
          .map(([name, value]) => `${name}: ${value.replace(/\s+/gu, " ").trim()}\n`)
          .join(""),
      ],
      ...algorithms.map((algorithm): [string, string] => [`manifest-${algorithm}.txt`, manifest(algorithm)]),
    ];
    for (const [name, content] of tags) await writeFile(join(workDir, name), content);
    for (const algorithm of algorithms) {
      const lines = tags.map(([name]) => `${digestFile(join(workDir, name), algorithm)}  ${name}\n`);
      await writeFile(join(workDir, `tagmanifest-${algorithm}.txt`), lines.join(""));
    }
    // Takes the place of nothing that came there meanwhile.
    await rename(workDir, bagDir);
    return payload.length;
  } finally {
    await discardWorkDir(workDir);
  }
}

/** Only these characters are written otherwise in a manifest (RFC 8493, 2.1.3). */
function encodePath(path: string): string {
  return path.replace(
    /[%\r\n]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

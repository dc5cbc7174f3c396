import { createHash, hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readLedger, writeLedger } from "./archive/ledger.ts";
import { packageFile } from "./package-file.ts";
import { isSettled, stampOf } from "./stamp.ts";

/** What parses, extracts and renders: compiled code, templates, word lists and weights. */
const folders = ["lib/bin", "lib/templates", "src/languages", "templates"];

let known: string | undefined;

/**
 * A digest of the program and what it runs on: what another one made may be made otherwise.
 * @param cacheDir where it is remembered from build to build, for as long as nobody writes to a file of the program; null to read all of them
 */
export function programDigest(cacheDir: string | null): string {
  known ??= digestOfProgram(packageFile(""), cacheDir);
  return known;
}

const rememberedName = "program.ledger";

/** @param root the folder of the program @param cacheDir as above */
export function digestOfProgram(root: string, cacheDir: string | null): string {
  const installed = installedPackages(root);
  if (cacheDir === null) return makeDigest(root, installed);
  const lookedAt = Date.now();
  const remembered = join(cacheDir, rememberedName);
  const files = [
    ...installed.flatMap(({ file }) => file ?? []),
    ...folders.flatMap((folder) => filesBelow(join(root, folder))),
  ];
  const stamp = stampOf(files);
  const stamps = hash("sha256", JSON.stringify([platform(), installed, files, stamp.text]), "base64url");
  const [before, digest] = readLedger(remembered) ?? [];
  if (before === stamps && digest !== undefined) return digest;
  const made = makeDigest(root, installed);
  if (isSettled(stamp, lookedAt)) {
    mkdirSync(cacheDir, { recursive: true });
    writeLedger(remembered, [stamps, made]);
  }
  return made;
}

function makeDigest(root: string, installed: readonly InstalledPackage[]): string {
  const digest = createHash("sha256");
  digest.update(platform());
  const versions = installed.map(({ name, file }) => `${name} ${file === null ? "" : versionIn(file)}`);
  digest.update(JSON.stringify(versions));
  for (const folder of folders) addFolder(digest, join(root, folder));
  return digest.digest("base64url");
}

/** Unicode's tables and the calendars are Node's. */
function platform(): string {
  const { node, icu, unicode } = process.versions;
  return JSON.stringify([node, icu, unicode, process.platform]);
}

interface InstalledPackage {
  name: string;
  /** Its package.json; null where it is not installed. */
  file: string | null;
}

/** What the program depends on. */
function installedPackages(root: string): InstalledPackage[] {
  const { dependencies: names = {} } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    dependencies?: Record<string, string>;
  }; // our own file
  const places = [join(root, "node_modules"), join(root, "..")];
  return Object.keys(names).map((name) => {
    const files = places.map((place) => join(place, name, "package.json"));
    return { name, file: files.find((file) => existsSync(file)) ?? null };
  });
}

function versionIn(file: string): string {
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string }; // a package has one
  return version;
}

/** The paths and bytes of the files below a folder. */
export function addFolder(digest: ReturnType<typeof createHash>, folder: string): void {
  for (const path of filesBelow(folder)) {
    digest.update(`${path.slice(folder.length)}\n`);
    digest.update(readFileSync(path));
  }
}

/** The files below a folder, in an order that does not depend on the system. */
function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFile } from "./package-file.ts";

/** What parses, extracts and renders: compiled code, templates, word lists and weights. */
const folders = ["lib/bin", "lib/templates", "src/languages", "templates"];

let known: string | undefined;

/** A digest of the program and what it runs on: what another one made may be made otherwise. */
export function programDigest(): string {
  known ??= makeDigest();
  return known;
}

function makeDigest(): string {
  const digest = createHash("sha256");
  // Unicode's tables and the calendars are Node's.
  const { node, icu, unicode } = process.versions;
  digest.update(JSON.stringify([node, icu, unicode, process.platform]));
  digest.update(JSON.stringify(dependencies()));
  for (const folder of folders) addFolder(digest, packageFile(folder));
  return digest.digest("base64url");
}

/** The versions that are installed. */
function dependencies(): string[] {
  const { dependencies: names = {} } = JSON.parse(readFileSync(packageFile("package.json"), "utf8")) as {
    dependencies?: Record<string, string>;
  }; // our own file
  return Object.keys(names).map((name) => `${name} ${installedVersion(name)}`);
}

function installedVersion(name: string): string {
  for (const root of [packageFile("node_modules"), join(packageFile(""), "..")]) {
    try {
      const { version } = JSON.parse(readFileSync(join(root, name, "package.json"), "utf8")) as {
        version: string;
      };
      return version;
    } catch {
      // It is not installed there.
    }
  }
  return "";
}

/** The names and bytes of the files below a folder. */
export function addFolder(digest: ReturnType<typeof createHash>, folder: string): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    digest.update(`${entry.name}\n`);
    if (entry.isDirectory()) addFolder(digest, path);
    else if (entry.isFile()) digest.update(readFileSync(path));
  }
}

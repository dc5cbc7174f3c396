import { readFileSync, writeFileSync } from "node:fs";

/*
 * npm leaves a platform's package out of package-lock.json when it cannot see it (npm/cli issue 4828), and `npm ci` then
 * refuses the lock file. This adds what is missing: a package that is optional, with the platform that its name tells,
 * so that every machine passes over those that are not its own. Run it after a dependency changed.
 */

interface LockedPackage {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const path = "package-lock.json";
// npm's own file: its format is documented and versioned.
const lock = JSON.parse(readFileSync(path, "utf8")) as { packages: Record<string, LockedPackage> };

const systems = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "aix"];
const processors = ["arm64", "x64", "ia32", "arm", "ppc64", "riscv64", "s390x", "loong64", "mips64el"];

/** What a name such as `@biomejs/cli-linux-x64-musl` says of its platform. */
function platformOf(name: string): Pick<LockedPackage, "os" | "cpu" | "libc"> | undefined {
  const words = name.split(/[/-]/);
  const os = words.some((word) => word === "win32" || word === "windows")
    ? "win32"
    : systems.find((one) => words.includes(one));
  const cpu = processors.find((one) => words.includes(one));
  if (os === undefined || cpu === undefined) return undefined;
  const musl = words.some((word) => word.startsWith("musl"));
  const gnu = words.some((word) => word.startsWith("gnu"));
  return { os: [os], cpu: [cpu], ...(musl ? { libc: ["musl"] } : gnu ? { libc: ["glibc"] } : {}) };
}

let added = 0;
for (const [owner, { dev, optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const key = `node_modules/${name}`;
    if (key in lock.packages || `${owner}/${key}` in lock.packages) continue;
    const platform = platformOf(name);
    if (platform === undefined || !/^\d/.test(version)) {
      process.stderr.write(`${name}@${version} of ${owner}: no platform in its name; left alone\n`);
      continue;
    }
    lock.packages[key] = { version, ...(dev === true ? { dev } : {}), optional: true, ...platform };
    added += 1;
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
process.stderr.write(`${added} packages added to ${path}\n`);

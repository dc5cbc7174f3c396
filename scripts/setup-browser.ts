import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/*
 * The browser tests drive the Chromium that Debian packages. Where it is missing and this process may install packages,
 * it is installed; elsewhere the message says what to do.
 */

const executable = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

function run(command: string, args: string[]): boolean {
  process.stderr.write(`$ ${command} ${args.join(" ")}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], env }).status === 0;
}

function install(): boolean {
  const asRoot = process.getuid?.() === 0;
  const apt = (...args: string[]): boolean =>
    asRoot ? run("apt-get", args) : run("sudo", ["-n", "apt-get", ...args]);
  return apt("update", "-qq") && apt("install", "-y", "-qq", "--no-install-recommends", "chromium");
}

if (existsSync(executable)) {
  process.stderr.write(`Browser tests use ${executable}\n`);
} else {
  process.stderr.write("The browser tests need Chromium; installing it from Debian's packages.\n");
  if (!install() || !existsSync(executable)) {
    process.stderr.write(
      `No Chromium at ${executable}. Install it (apt-get install chromium), or name another in the variable CHROMIUM.\n`,
    );
    process.exitCode = 1;
  }
}

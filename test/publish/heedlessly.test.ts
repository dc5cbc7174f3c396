import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const module = JSON.stringify(join(import.meta.dirname, "../../lib/src/publish/heedlessly.js"));

function run(script: string): { signal: NodeJS.Signals | null; out: string } {
  const source = `import { heedlessly } from ${module};\n${script}`;
  const { signal, stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", source]);
  return { signal, out: stdout.toString() };
}

test.each(["SIGINT", "SIGTERM", "SIGHUP"])(
  "%s, come in the middle of the work, ends the process when it is done",
  (signal) => {
    const ended = run(`
import { writeSync } from "node:fs";
await heedlessly(() => {
  process.kill(process.pid, "${signal}");
  writeSync(1, "done");
});
setTimeout(() => writeSync(1, " and went on"), 5000);`);
    expect(ended).toEqual({ signal, out: "done" });
  },
);

test("whoever listens to the signal has it, and the process goes on", () => {
  const ended = run(`
process.once("SIGTERM", () => process.stdout.write("heard "));
await heedlessly(() => process.kill(process.pid, "SIGTERM"));
process.stdout.write("and went on");`);
  expect(ended).toEqual({ signal: null, out: "heard and went on" });
});

test("an error of the work is its caller's", () => {
  const ended = run(`
const error = await heedlessly(() => { throw new Error("disk"); }).catch((error) => error);
process.stdout.write(error.message + process.listenerCount("SIGINT"));`);
  expect(ended).toEqual({ signal: null, out: "disk0" });
});

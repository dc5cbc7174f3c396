import { parseArgs } from "node:util";
import { fuzz } from "../test/hostile/fuzzer.ts";

/*
 * Changes real texts at random and runs the reader, the parser and the renderer over them. What they do not stand is printed as
 * JSON, to be kept in test/fixtures/fuzz/findings.json once it is mended.
 *   --minutes 10
 *   --seed 1
 *   --hang 10   how many times as long as 100 KB of news is too long, for 100 KB
 */
const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
    hang: { type: "string", default: "10" },
  },
});
const { runs, findings } = await fuzz({
  seed: Number(values.seed),
  milliseconds: Number(values.minutes) * 60_000,
  mostTimes: Number(values.hang),
});
console.error(`${runs} inputs, ${findings.length} findings`);
if (findings.length > 0) {
  console.log(JSON.stringify(findings, null, 2));
  process.exitCode = 1;
}

import { appendFileSync, existsSync, rmSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeCorpus } from "./corpus.ts";
import { type Measurement, measure } from "./measure.ts";
import { makePrograms, write } from "./programs.ts";

/*
 * How long this program, Hugo and Eleventy take for the same articles: a first build, one with an article of the oldest year changed, one
 * with an article of the newest added, one with nothing changed. Each round has all programs in turn; figures are medians.
 *   --articles 10000     how many
 *   --rounds 3
 *   --folder DIR         on a RAM disk, if there is one: /dev/shm/warraq-bench
 *   --search             with this program's search index
 *   --only a,b           of the programs in programs.ts
 * Run `npm run compile` first.
 */

const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "10000" },
    rounds: { type: "string", default: "3" },
    folder: { type: "string", default: existsSync("/dev/shm") ? "/dev/shm/warraq-bench" : "bench" },
    search: { type: "boolean", default: false },
    only: { type: "string" },
  },
});
const count = Number(values.articles);
const programs = makePrograms({ articles: count, search: values.search });
const chosen = (values.only?.split(",") ?? [...programs.keys()]).map((key) => {
  const program = programs.get(key);
  if (program === undefined)
    throw new Error(`There is no program "${key}", only ${[...programs.keys()].join(", ")}.`);
  return { key, program };
});
const steps = ["first build", "one article changed", "one article added", "nothing changed"] as const;
const found = new Map<string, Measurement[]>();
const [first] = makeCorpus({ articles: 1, markdown: false });
if (first === undefined) throw new Error("there is no article to change");

rmSync(values.folder, { recursive: true, force: true });
for (const { key, program } of chosen) program.prepare(join(values.folder, key));
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const { key, program } of chosen) {
    const dir = join(values.folder, key);
    const [command, ...args] = program.command;
    for (const step of steps) {
      if (step === "one article changed") {
        appendFileSync(join(dir, program.file(first)[0]), `\nتعديل ${round} على هذا الخبر.\n`);
      } else if (step === "one article added") {
        const headline = `خبر جديد ${round + 1}`;
        const [path, content] = program.file({
          ...first,
          path: `2024/added-${round}`,
          date: "2024-12-30",
          headline,
        });
        write(join(dir, path), content);
      }
      const taken = await measure(command, args, dir).catch((error: Error) => error);
      if (taken instanceof Error) {
        console.error(`${program.name}: ${taken.message}`);
        break;
      }
      const name = `${key} ${step}`;
      found.set(name, [...(found.get(name) ?? []), taken]);
      console.error(`${round + 1} ${program.name}, ${step}: ${taken.wall.toFixed(2)} s`);
    }
    // Now, and not before the next first build: the largest sites of all programs together take more memory than there is.
    for (const made of program.made) rmSync(join(dir, made), { recursive: true, force: true });
  }
}
rmSync(values.folder, { recursive: true, force: true });

const median = (numbers: number[]): number =>
  numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
const figure = (key: string, step: string, of: keyof Measurement): number =>
  median((found.get(`${key} ${step}`) ?? []).map((taken) => taken[of]));

console.log(
  `${count} articles, ${values.rounds} rounds, ${cpus().length} × ${cpus()[0]?.model ?? "CPU"}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}${values.search ? ", with search index" : ""}\n`,
);
console.log(
  "| program | step | wall, s | CPU, s | peak memory, MB | × Hugo's wall time | × Hugo's for the same pages |",
);
console.log("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
for (const { key, program } of chosen) {
  for (const step of steps) {
    if (!found.has(`${key} ${step}`)) continue;
    const wall = figure(key, step, "wall");
    const ratios = ["hugo", "hugo-same-pages"].map((other) => wall / figure(other, step, "wall"));
    const cells = [
      wall.toFixed(2),
      figure(key, step, "cpu").toFixed(1),
      figure(key, step, "memory").toFixed(0),
      ...ratios.map((ratio) => (Number.isNaN(ratio) ? "" : ratio.toFixed(2))),
    ];
    console.log(`| ${program.name} | ${step} | ${cells.join(" | ")} |`);
  }
}

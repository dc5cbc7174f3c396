import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseArticle } from "../../src/article/parse-article.ts";
import { renderBody } from "../../src/article/render-body.ts";
import { readSeeds } from "../../src/seeds/read-seeds.ts";
import { readSource } from "../../src/seeds/read-source.ts";
import { type WorstInput, worstInputs } from "./worst-texts.ts";

/*
 * How long the reader, the parser and the renderer of bodies take over the worst archives that we know (worst-texts.ts), at
 * several sizes: what goes up faster than the size is superlinear. They are read in a process beside this one, which is ended when
 * the time of one is over. Prints a table in Markdown, the slowest first: seconds of processor time, and how many times longer the longest takes than the shortest.
 *   --sizes 1,2,4     in MB (a million bytes)
 *   --only WORDS      inputs whose name has one of these, parted by /
 *   --limit 60        seconds for one archive
 *   --jobs 1          processes at a time
 *   --above 0         lists only inputs of which the largest takes longer than so many seconds
 */
const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1,2,4" },
    only: { type: "string", default: "" },
    limit: { type: "string", default: "60" },
    jobs: { type: "string", default: "1" },
    above: { type: "string", default: "0" },
    /** Of a process that reads archives. */
    reads: { type: "boolean", default: false },
  },
});

/** What one archive took. */
interface Measure {
  seconds: number;
  /** What became of it. */
  told: string;
}

async function measureAll(): Promise<void> {
  const sizes = values.sizes.split(",").map(Number);
  const inputs = worstInputs.filter(({ name }) => values.only.split("/").some((part) => name.includes(part)));
  const rows: { name: string; measures: (Measure | string)[] }[] = [];
  const waiting = [...inputs];
  const work = async (): Promise<void> => {
    const reader = openReader();
    for (let input = waiting.shift(); input !== undefined; input = waiting.shift()) {
      const measures: (Measure | string)[] = [];
      for (const size of sizes) {
        const before = measures.at(-1);
        // What a smaller one is not done with in time, a larger one is not.
        measures.push(typeof before === "string" ? before : await reader.measure(input.name, size));
      }
      rows.push({ name: input.name, measures });
      const seconds = measures.map((one) => (typeof one === "string" ? one : one.seconds.toFixed(2)));
      console.error(`${rows.length} of ${inputs.length}: ${input.name}: ${seconds.join(" ")}`);
    }
    reader.end();
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, work));
  const last = ({ measures }: (typeof rows)[number]): number => {
    const measure = measures.at(-1);
    return typeof measure === "object" ? measure.seconds : Number.POSITIVE_INFINITY;
  };
  rows.sort((one, other) => last(other) - last(one) || (one.name < other.name ? -1 : 1));
  const sizeNames = sizes.map((size) => `${size} MB`);
  console.log(`| input | ${sizeNames.join(" | ")} | ratio | what becomes of it |`);
  console.log(`| --- | ${sizes.map(() => "---:").join(" | ")} | ---: | --- |`);
  for (const row of rows.filter((one) => last(one) >= Number(values.above))) {
    const cells = row.measures.map((one) => (typeof one === "string" ? one : one.seconds.toFixed(2)));
    const [first] = row.measures;
    const largest = row.measures.at(-1);
    const whole = typeof first === "object" && typeof largest === "object";
    const ratio = whole ? (largest.seconds / Math.max(first.seconds, 0.01)).toFixed(1) : "";
    const told = whole ? largest.told : "";
    console.log(`| ${row.name.replaceAll("|", "\\|")} | ${cells.join(" | ")} | ${ratio} | ${told} |`);
  }
}

/** A process that reads archives one after another, until one of them is too much for it. */
interface Reader {
  measure: (name: string, size: number) => Promise<Measure | string>;
  end: () => void;
}

function openReader(): Reader {
  let child: ChildProcess | null = null;
  const start = (): ChildProcess => {
    const script = fileURLToPath(import.meta.url);
    const execArgv = ["--import", "tsx", "--expose-gc"];
    return fork(script, ["--reads"], { execArgv, stdio: ["ignore", "ignore", "pipe", "ipc"] });
  };
  const measure = async (name: string, size: number): Promise<Measure | string> => {
    const process = child ?? start();
    child = process;
    let said = "";
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-10_000);
    };
    process.stderr?.on("data", hear);
    let timer: NodeJS.Timeout | undefined;
    const answer = await new Promise<Measure | string>((done) => {
      timer = setTimeout(() => done(`over ${values.limit}`), Number(values.limit) * 1000);
      process.once("message", (message) => done(message as Measure | string)); // of our own making
      process.once("close", () => done(said.includes("out of memory") ? "out of memory" : "ended"));
      process.send({ name, size });
    });
    clearTimeout(timer);
    process.stderr?.off("data", hear);
    process.removeAllListeners("message").removeAllListeners("close");
    if (typeof answer === "string") {
      process.kill("SIGKILL");
      child = null;
    }
    return answer;
  };
  return { measure, end: () => child?.kill() };
}

/** Reads what it is told to. */
function readAsTold(): void {
  process.on("message", async (message) => {
    const { name, size } = message as { name: string; size: number }; // of our own making
    const input = worstInputs.find((one) => one.name === name);
    try {
      if (input === undefined) throw new Error(`there is no input "${name}"`);
      // Loads what is loaded when it is needed, and has the code compiled.
      await read(input, 20_000);
      global.gc?.();
      process.send?.(await read(input, size * 1e6));
    } catch (error) {
      process.send?.(`failed: ${String(error).slice(0, 80)}`);
    }
  });
}

const links = {
  entity: () => ({ href: "x.html", card: "c" }),
  link: (url: string) => (/^https?:/.test(url) ? url : null),
  permalink: String,
};

async function read(input: WorstInput, bytes: number): Promise<Measure> {
  const dir = mkdtempSync(join(tmpdir(), "warraq-worst-"));
  try {
    for (const [path, content] of Object.entries(input.make(bytes))) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), content);
    }
    const from = process.cpuUsage();
    const { value: seeds, problems } = await readSeeds(dir);
    for (const entry of seeds.entries) {
      const source = await readSource(dir, entry, seeds.site);
      problems.push(...source.problems);
      if (source.value === null) continue;
      const parsed = parseArticle(source.value);
      problems.push(...parsed.problems);
      renderBody(parsed.value, links);
    }
    const { user, system } = process.cpuUsage(from);
    const rules = [...new Set(problems.map(({ ruleId, severity }) => `${severity} ${ruleId}`))];
    return {
      seconds: (user + system) / 1e6,
      told: rules.slice(0, 3).join(", "),
    };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

// Last, for what stands above has to be there.
if (values.reads) readAsTold();
else await measureAll();

import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** What a command took. */
export interface Measurement {
  /** In seconds. */
  wall: number;
  /** User and system time of it and all that it started, in seconds. */
  cpu: number;
  /** The most memory that one of its processes held at once, in MB; as Linux tells it every 20 ms. */
  memory: number;
}

/** Linux counts time in hundredths of a second. */
const ticks = 100;

/** Runs a command to its end. @throws Error with what it said, when it fails */
export async function measure(command: string, args: readonly string[], cwd: string): Promise<Measurement> {
  const from = performance.now();
  const child = spawn(command, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (data: Buffer) => {
    said = (said + data.toString()).slice(-2000);
  });
  let memory = 0;
  const cpu = new Map<number, number>();
  const look = (): void => {
    for (const pid of treeOf(child.pid ?? 0)) {
      const found = statusOf(pid);
      if (found === null) continue;
      memory = Math.max(memory, found.peak);
      cpu.set(pid, found.cpu);
    }
  };
  const timer = setInterval(look, 20);
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  const wall = (performance.now() - from) / 1000;
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${said}`);
  return { wall, cpu: [...cpu.values()].reduce((sum, seconds) => sum + seconds, 0), memory };
}

/** A process and those that it started. */
function treeOf(pid: number): number[] {
  const tree = [pid];
  try {
    for (const task of readdirSync(`/proc/${pid}/task`)) {
      const children = readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim();
      for (const child of children === "" ? [] : children.split(" ")) tree.push(...treeOf(Number(child)));
    }
  } catch {
    // It has ended.
  }
  return tree;
}

function statusOf(pid: number): { peak: number; cpu: number } | null {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    // The fields after the name, which may hold spaces: user and system time are the 14th and 15th of all.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return { peak: Number(peak ?? 0) / 1024, cpu: (Number(fields[11]) + Number(fields[12])) / ticks };
  } catch {
    return null;
  }
}

import { type BuildStep, buildSteps, type OnProgress } from "./model/progress.ts";

/** What a build took. */
export interface BuildTimes {
  /** Of the whole, in seconds. */
  seconds: number;
  /** Of each step that was taken, in seconds; the search index is made while pages are. */
  steps: Partial<Record<BuildStep, number>>;
  /** The most memory that the process has held at once, in bytes; Pagefind's process is not in it. */
  peakMemory: number;
}

/** Keeps the time of a build's steps, and shows them where somebody looks. */
export interface ProgressReport {
  onProgress: OnProgress;
  /** Takes the line of progress away, and says what the build took. */
  finish: () => BuildTimes;
}

const names: Record<BuildStep, string> = {
  read: "Reading texts",
  gather: "Gathering the catalogue",
  plan: "Planning pages",
  render: "Making pages",
  data: "Writing data",
  search: "Search index",
  publish: "Publishing",
};

/** Between two changes of the line, in milliseconds. */
const frame = 100;

/** @param show takes what is to be written to a terminal; null where nobody looks */
export function reportProgress(show: ((text: string) => void) | null): ProgressReport {
  const started = performance.now();
  const begun = new Map<BuildStep, number>();
  const ended = new Map<BuildStep, number>();
  let shown = 0;
  const onProgress: OnProgress = (step, done, total) => {
    const now = performance.now();
    if (!begun.has(step)) begun.set(step, now);
    if (done >= total) ended.set(step, now);
    if (show === null || now - shown < frame) return;
    shown = now;
    show(`\r\u001b[K${describe(step, done, total, (now - (begun.get(step) ?? now)) / 1000)}`);
  };
  return {
    onProgress,
    finish: () => {
      show?.("\r\u001b[K");
      const steps: BuildTimes["steps"] = {};
      for (const step of buildSteps) {
        const from = begun.get(step);
        if (from !== undefined) steps[step] = inSeconds((ended.get(step) ?? performance.now()) - from);
      }
      return {
        seconds: inSeconds(performance.now() - started),
        steps,
        peakMemory: process.resourceUsage().maxRSS * 1024,
      };
    },
  };
}

/** `Making pages: 1,200 of 5,000, 410 a second, 9 s left` */
function describe(step: BuildStep, done: number, total: number, seconds: number): string {
  const name = names[step];
  if (total <= 1) return name;
  const count = (value: number): string => Math.round(value).toLocaleString("en-US");
  const speed = done / seconds;
  if (done === 0 || seconds < 0.5) return `${name}: ${count(done)} of ${count(total)}`;
  return `${name}: ${count(done)} of ${count(total)}, ${count(speed)} a second, ${count((total - done) / speed)} s left`;
}

/** The lines that end a build on a terminal. */
export function describeTimes({ steps, peakMemory }: BuildTimes): string {
  const parts = buildSteps.flatMap((step) => {
    const seconds = steps[step];
    return seconds === undefined || step === "publish" ? [] : [`${names[step].toLowerCase()} ${seconds} s`];
  });
  return `${parts.join(", ")}; at most ${Math.round(peakMemory / 1024 / 1024)} MB\n`;
}

function inSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 10) / 100;
}

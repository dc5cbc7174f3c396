import { setImmediate as nextTurn } from "node:timers/promises";

const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Does something that signals which would end the process do not interrupt; they end it right after. */
export async function heedlessly(work: () => void): Promise<void> {
  const heard = new Set<NodeJS.Signals>();
  const hear = (signal: NodeJS.Signals): void => {
    heard.add(signal);
  };
  // Where somebody listens already, a signal interrupts nothing.
  const deadly = endings.filter((signal) => process.listenerCount(signal) === 0);
  for (const signal of deadly) process.on(signal, hear);
  try {
    work();
    // Node tells of a signal when it next looks for news: after this turn's end, before that of the next one.
    await nextTurn();
    await nextTurn();
  } finally {
    for (const signal of deadly) process.off(signal, hear);
    for (const signal of heard) process.kill(process.pid, signal);
  }
}

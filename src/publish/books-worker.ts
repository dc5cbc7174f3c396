import { parentPort, workerData } from "node:worker_threads";
import { openBooks } from "./books.ts";
import type { Answer, Call } from "./books-thread.ts";

/* The thread that keeps a site's books: calls its functions as they are asked for, and answers with what they return. */

const { cacheDir, dir, spareFrom }: { cacheDir: string; dir: string; spareFrom: number | undefined } =
  workerData;
const books = openBooks(cacheDir, dir, spareFrom);

parentPort?.on("message", async ({ id, name, given }: Call) => {
  const answer = await answerTo(name, given).then(
    (result): Answer => ({ id, result }),
    (error: unknown): Answer => ({ id, error }),
  );
  parentPort?.postMessage(answer);
});

async function answerTo(name: Call["name"], given: Call["given"]): Promise<unknown> {
  // The caller's types hold its arguments to the function of that name.
  return await Reflect.apply(books[name], books, [...given]);
}

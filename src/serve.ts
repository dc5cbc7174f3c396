import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { watch } from "chokidar";
import sirv from "sirv";
import { type BuildOptions, type BuildResult, build } from "./build.ts";
import { makeStyleGuide, styleGuidePath } from "./site/style-guide.ts";

export interface ServeOptions extends BuildOptions {
  /** 0 takes any free one. */
  port: number;
  /** Told of each build, the first included. */
  onBuild: (result: BuildResult) => Promise<void> | void;
  /** Told of a build that the system did not let end; the earlier site goes on being served. */
  onFailure: (error: unknown) => void;
}

export interface ServedSite {
  url: string;
  close: () => Promise<void>;
}

/** Editors save a file in several steps. */
const settle = 150;
const eventsPath = "/.warraq/events";
const scriptPath = "/.warraq/reload.js";
const script = `new EventSource("${eventsPath}").onmessage = () => location.reload();\n`;

/**
 * Builds the site, serves it on the loopback interface, and builds and reloads again whenever a seed changes.
 * A build that fails leaves the earlier site being served.
 */
export async function serve(options: ServeOptions): Promise<ServedSite> {
  const listeners = new Set<ServerResponse>();
  await options.onBuild(await build(options));

  let timer: NodeJS.Timeout | undefined;
  let building: Promise<void> = Promise.resolve();
  const rebuild = async (): Promise<void> => {
    const result = await build(options);
    await options.onBuild(result);
    if (result.kind === "built") for (const listener of listeners) listener.write("data: built\n\n");
  };
  const watcher = watch(options.seedsDir, { ignoreInitial: true }).on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(rebuild).catch(options.onFailure);
    }, settle);
  });

  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    if (path === eventsPath) {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write("\n");
      listeners.add(response);
      request.on("close", () => listeners.delete(response));
    } else if (path === scriptPath) {
      response.writeHead(200, { "content-type": "text/javascript" }).end(script);
    } else if (path === `/${styleGuidePath}`) {
      sendPage(response, 200, makeStyleGuide());
    } else {
      void serveFile(options.outDir, request, response);
    }
  });
  try {
    await new Promise<void>((listening, failed) => {
      server.once("error", failed);
      server.listen(options.port, "127.0.0.1", listening);
    });
  } catch (error) {
    await watcher.close();
    throw error;
  }
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
      await building;
      for (const listener of listeners) listener.end();
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}

/** Pages get the reloading script on their way out; the files of the site stay as they are. */
async function serveFile(outDir: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = decode((request.url ?? "/").split("?")[0] ?? "/");
  const file = resolve(outDir, `.${path.endsWith("/") ? `${path}index.html` : path}`);
  const inside = file.startsWith(`${resolve(outDir)}/`);
  const page = inside && file.endsWith(".html") ? await readFile(file, "utf8").catch(() => null) : null;
  if (page !== null) return sendPage(response, 200, page);
  sirv(outDir, { dev: true })(request, response, () => {
    readFile(join(outDir, "404.html"), "utf8").then(
      (notFound) => sendPage(response, 404, notFound),
      () => response.writeHead(404).end("Not found\n"),
    );
  });
}

function sendPage(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  // The page's own policy allows no script, and is the published site's business.
  const open = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  response.end(open.replace("</body>", `<script src="${scriptPath}"></script></body>`));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

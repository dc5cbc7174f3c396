import { createServer } from "node:http";
import { type Browser, chromium } from "playwright-core";
import sirv from "sirv";

/** Debian's Chromium, or the one named in `CHROMIUM`; it asks no other host for anything. */
export async function launchBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

export interface Host {
  /** Ends with `/`. */
  url: string;
  close: () => Promise<void>;
}

/** Serves a folder on the loopback interface, under a path if one is given (`/a/b/`). */
export async function hostSite(site: string, base = "/"): Promise<Host> {
  const files = sirv(site, { dev: true });
  const server = createServer((request, response) => {
    const notFound = (): void => void response.writeHead(404).end();
    if (request.url?.startsWith(base) !== true) return notFound();
    request.url = `/${request.url.slice(base.length)}`;
    files(request, response, notFound);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}

import { readFile, stat } from "node:fs/promises";
import { register } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { renderPage } from "../../templates/render-page.tsx";
import { packageFile } from "../package-file.ts";

/** What a user's `templates/` folder beside the seeds changes of the look. */
export interface Theme {
  /** Renders with the templates that the folder has in place of ours. */
  render: typeof renderPage;
  /** Takes the place of our style sheet; null when the folder has none. */
  style: string | null;
  /** Comes after the style sheet: a few tokens, say. */
  tokens: string | null;
}

/** A template of a theme that cannot be used. `message` says which and why. */
export class ThemeError extends Error {}

let registered = false;
let loadings = 0;

/** Where the theme of an archive is, if it has one. */
export function themeFolder(seedsDir: string): string {
  return join(dirname(resolve(seedsDir)), "templates");
}

/**
 * Loads the theme beside a seeds folder; null when there is none, or the folder is the program's own.
 * @throws ThemeError
 */
export async function loadTheme(seedsDir: string): Promise<Theme | null> {
  const folder = themeFolder(seedsDir);
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder || folder === packageFile("templates")) return null;
  // Compiled, also where the rest runs from its sources: these modules are loaded by Node itself.
  const ours = packageFile("lib/templates");
  if (!registered) {
    register(pathToFileURL(packageFile("lib/src/site/theme-hooks.js")), { data: { ours } });
    registered = true;
  }
  // A number makes each loading a new one, so that a change is seen while serving.
  loadings += 1;
  const address = new URL(pathToFileURL(join(ours, "render-page.js")));
  address.searchParams.set("theme", folder);
  address.searchParams.set("loading", String(loadings));
  try {
    const loaded: { renderPage: typeof renderPage } = await import(address.href);
    const { render } = await import("preact-render-to-string");
    return {
      render: (page, context) => loaded.renderPage(page, context, (node) => render(node)),
      style: await readText(join(folder, "style.css")),
      tokens: await readText(join(folder, "tokens.css")),
    };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ThemeError(`templates/ beside the seeds cannot be used: ${reason}`, { cause });
  }
}

async function readText(path: string): Promise<string | null> {
  return await readFile(path, "utf8").catch(() => null);
}

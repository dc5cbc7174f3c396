import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transform } from "sucrase";

/*
 * Module hooks, which Node runs in a thread of their own: a template that a theme has takes the place of ours wherever
 * another imports it. `?theme=N` marks the modules of one loading of a theme.
 */

interface Folders {
  /** Of the program's compiled templates. */
  ours: string;
}

/** The folder of a theme, by the number of its loading. */
interface Loading {
  folder: string;
}

let ours = "";

export function initialize(data: Folders): void {
  ours = data.ours;
}

interface ResolveContext {
  parentURL?: string;
}

interface Resolved {
  url: string;
  shortCircuit?: boolean;
}

type NextResolve = (specifier: string, context: ResolveContext) => Promise<Resolved>;

const endings = [".tsx", ".ts", ".jsx", ".js"];

export async function resolve(
  specifier: string,
  context: ResolveContext,
  next: NextResolve,
): Promise<Resolved> {
  const parent = context.parentURL === undefined ? null : themed(context.parentURL);
  if (parent === null) return next(specifier, context);
  const { theme, file } = parent;
  // What a theme imports by name is what the program has.
  if (!specifier.startsWith("."))
    return next(specifier, { ...context, parentURL: pathToFileURL(join(ours, "x.js")).href });
  const home = file.startsWith(theme.folder + sep) ? theme.folder : ours;
  const target = join(dirname(file), specifier);
  const name = relative(home, target).replace(/\.(?:tsx?|jsx?)$/u, "");
  if (name.startsWith("..")) return next(specifier, context);
  const own = endings.map((ending) => join(theme.folder, name + ending)).find((path) => existsSync(path));
  // A template that replaces one of ours gets ours when it imports itself.
  const found = own === undefined || own === file ? join(ours, `${name}.js`) : own;
  return { url: `${pathToFileURL(found).href}${parent.query}`, shortCircuit: true };
}

type NextLoad = (url: string, context: object) => Promise<object>;

export async function load(url: string, context: object, next: NextLoad): Promise<object> {
  const module = themed(url);
  if (module === null || !module.file.startsWith(module.theme.folder + sep)) return next(url, context);
  const source = await readFile(module.file, "utf8");
  const { code } = transform(source, {
    transforms: ["typescript", "jsx"],
    jsxRuntime: "automatic",
    jsxImportSource: "preact",
    production: true,
    filePath: module.file,
  });
  return { format: "module", source: code, shortCircuit: true };
}

/** The theme that a module was loaded for, by its address; null for any other module. */
function themed(url: string): { theme: Loading; file: string; query: string } | null {
  if (!url.startsWith("file:")) return null;
  const { search, searchParams } = new URL(url);
  const folder = searchParams.get("theme");
  if (folder === null) return null;
  return { theme: { folder }, file: fileURLToPath(url.slice(0, url.indexOf("?"))), query: search };
}

import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const run = promisify(execFile);
const build = (seeds: string, out: string) =>
  run(process.execPath, ["lib/bin/cli.js", "build", "--seeds", seeds, "--out", out]);

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "warraq-theme-"));
  await cp("examples/theme", dir, { recursive: true });
});
afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
});

const read = (path: string) => readFile(join(dir, "dist", path), "utf8");

describe("templates beside the seeds", () => {
  test("take the place of those of their name, with components of their own, on every page", async () => {
    await build(join(dir, "seeds"), join(dir, "dist"));
    for (const page of ["index.html", "articles/call.html", "search.html"]) {
      expect(await read(page)).toContain("✦ <bdi>مثال على مظهر آخر</bdi> ✦");
      // What the theme does not have is the program's.
      expect(await read(page)).toContain('class="masthead"');
    }
  });

  test("tokens.css comes after the style sheet, style.css in its place", async () => {
    const sheet = await read("assets/style.css");
    expect(sheet).toContain("@layer tokens, base");
    expect(sheet.indexOf("#0b6b4f")).toBeGreaterThan(sheet.indexOf("#9a2a1c"));
    await writeFile(join(dir, "templates/style.css"), "body { color: red }\n");
    await build(join(dir, "seeds"), join(dir, "dist"));
    expect(await read("assets/style.css")).toMatch(/^body \{ color: red \}/);
    await rm(join(dir, "templates/style.css"));
  });

  test("a template may wrap the one that it replaces", async () => {
    await writeFile(
      join(dir, "templates/components/site-header.tsx"),
      `import type { PageProps } from "../context.ts";
import { SiteHeader as Ours } from "./site-header.tsx";
export function SiteHeader(props: PageProps) {
  return <div class="night"><Ours {...props} /></div>;
}
`,
    );
    await build(join(dir, "seeds"), join(dir, "dist"));
    expect(await read("index.html")).toMatch(/<div class="night"><header class="site-header"/);
  });

  test("one that cannot be read is an error, and the earlier site stays", async () => {
    const before = await read("index.html");
    await writeFile(join(dir, "templates/components/site-footer.tsx"), "export function SiteFooter( {");
    // All that is wrong is told in one run.
    for (const name of ["one", "two"])
      await writeFile(join(dir, `seeds/${name}.md`), "---\nid: twin\n---\nنص.\n");
    const failed = await build(join(dir, "seeds"), join(dir, "dist")).catch((error) => error);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(/site-footer\.tsx.*\[theme\/template\]/s);
    expect(failed.stderr).toMatch(/two\.md.*\[seeds\/same-id\]/);
    expect(await read("index.html")).toBe(before);
  });
});

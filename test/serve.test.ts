import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serve } from "../src/serve.ts";

test("a build that the system does not let end is told of, the earlier site goes on being served, and the next build makes it", async () => {
  const dir = mkdtempSync(join(tmpdir(), "warraq-serve-"));
  await cp("seeds", join(dir, "seeds"), { recursive: true });
  const told: string[] = [];
  let tell = (): void => {};
  /** The next build, or what came in its way. */
  const next = (): Promise<void> => new Promise((done) => (tell = done));
  const first = next();
  const site = await serve({
    seedsDir: join(dir, "seeds"),
    outDir: join(dir, "dist"),
    baseUrl: null,
    force: false,
    search: false,
    port: 0,
    progress: () => {},
    onBuild: ({ kind }) => {
      told.push(kind);
      tell();
    },
    onFailure: (error) => {
      told.push(error instanceof Error ? error.message : "");
      tell();
    },
  });
  await first;
  const save = async (): Promise<void> => {
    const built = next();
    appendFileSync(join(dir, "seeds/extra.txt"), "نص قصير.\n");
    await built;
  };
  // No folder can be made where a file is.
  const cache = join(dir, ".dist.warraq-cache");
  rmSync(cache, { recursive: true });
  writeFileSync(cache, "");
  // What watches the folder may not be ready at once.
  await new Promise((ready) => setTimeout(ready, 300));
  await save();
  expect(told.at(-1)).toMatch(/EEXIST/);
  expect((await fetch(site.url)).status).toBe(200);
  rmSync(cache);
  await save();
  expect(told.at(-1)).toBe("built");
  expect((await fetch(`${site.url}articles/extra.html`)).status).toBe(200);
  await site.close();
  rmSync(dir, { recursive: true });
});

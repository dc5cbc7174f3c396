import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkArchive } from "./archive/editorial/check-archive.ts";
import { readArticles } from "./archive/read-articles.ts";
import { compareProblems, gatherFrom, planProblems } from "./build-alone.ts";
import type { Problem } from "./model/problem.ts";
import { programDigest } from "./program-digest.ts";
import { readSeeds } from "./seeds/read-seeds.ts";
import { readSource } from "./seeds/read-source.ts";

/**
 * Everything that a build would find wrong, and what an editor would want to look at, without writing anything.
 * @param options.today `YYYY-MM-DD`, for dates that are still to come
 */
export async function check(options: { seedsDir: string; today: string }): Promise<Problem[]> {
  const { seedsDir, today } = options;
  const { value: seeds, problems } = await readSeeds(seedsDir);
  const cacheDir = await mkdtemp(join(tmpdir(), "warraq-check-"));
  try {
    const read = await readArticles({
      seedsDir,
      seeds,
      cacheDir,
      version: programDigest(null),
      progress: () => {},
    });
    problems.push(...read.problems);
    const gathered = await gatherFrom(seeds, read, () => {});
    problems.push(...(await planProblems(gathered)));
    const { archive, refOf } = gathered.value;
    const accepted = new Map<string, readonly string[]>();
    const checked = [];
    for (const entry of seeds.entries) {
      const { value: source } = await readSource(seedsDir, entry, seeds.site);
      if (source === null) continue;
      accepted.set(source.path, source.accepted ?? []);
      checked.push({ source, article: read.store.load(refOf(archive.numberOf(source.id))).article });
    }
    const editorial = checkArchive(archive, checked, today).filter(
      ({ path, ruleId }) => accepted.get(path)?.includes(ruleId) !== true,
    );
    read.close();
    return [...problems, ...editorial].sort(compareProblems);
  } finally {
    await rm(cacheDir, { recursive: true, force: true });
  }
}

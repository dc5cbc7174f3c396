import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HostileArchive, hostileArchive, rulesOf } from "./archive.ts";

let archive: HostileArchive;
beforeEach(() => {
  archive = hostileArchive();
});
afterEach(() => archive.remove());

test.each(["js", "javascript", "coffee", "json", "toml"])(
  "front matter in %s runs nothing",
  async (engine) => {
    const file = join(archive.dir, "ran");
    archive.write(
      "a.md",
      `---${engine}\nrequire("fs").writeFileSync(${JSON.stringify(file)}, "x")\n---\n\nنص المقال هنا.\n`,
    );
    await archive.build();
    expect(existsSync(file)).toBe(false);
  },
);

test("tags of YAML that make objects make none", async () => {
  const evil = "!!js/function 'function(){ return 1 }'";
  archive.write("a.md", `---\ntitle: ${evil}\nsource: !!js/undefined x\n---\n\nنص المقال هنا.\n`);
  const result = await archive.build();
  if (result.kind === "built") expect(archive.read("articles/a.html")).not.toContain("[Function");
});

test("keys that name a prototype change none, in front matter, INDEX.md and side files", async () => {
  archive.write(
    "a.md",
    "---\n__proto__: {polluted: yes}\nconstructor: x\ntitle: عنوان\n---\n\nنص المقال هنا.\n",
  );
  archive.write("b.txt", "نص المقال هنا.\n");
  archive.write("b.annotations.yml", "__proto__: {polluted: yes}\n");
  archive.write(
    "INDEX.md",
    "---\n__proto__: {polluted: yes}\n---\n\n- [خبر](a.md)\n  - __proto__: x\n  - constructor: y\n",
  );
  const result = await archive.build();
  expect(result.kind).toBe("input-wrong");
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect("polluted" in {}).toBe(false);
});

test("names and quotes called like a prototype's members are names", async () => {
  archive.write(
    "a.md",
    "---\nlang: en\ntitle: __proto__\nid: constructor\npeople: [__proto__, constructor, toString]\nsource: __proto__\ntags: [__proto__]\n---\n\n__proto__ met constructor and toString. “Hello to you all,” said toString.\n",
  );
  expect(await archive.build()).toMatchObject({ kind: "built" });
  const { entities } = JSON.parse(archive.read("articles/constructor.json"));
  expect(entities.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(["toString"]));
});

test("aliases that would explode are refused in a moment", async () => {
  const levels = Array.from({ length: 12 }, (_, level) =>
    level === 0 ? "a0: &a0 [x,x,x,x,x,x,x,x,x]" : `a${level}: &a${level} [${`*a${level - 1},`.repeat(9)}]`,
  );
  archive.write("a.md", `---\n${levels.join("\n")}\ntags: *a11\n---\n\nنص المقال هنا.\n`);
  archive.write("b.txt", "نص المقال هنا.\n");
  archive.write("b.annotations.yml", `${levels.join("\n")}\npeople: *a11\n`);
  const from = performance.now();
  const result = await archive.build();
  expect(performance.now() - from).toBeLessThan(5_000);
  expect(result.kind).toBe("input-wrong");
  expect(rulesOf(result.problems).length).toBeGreaterThan(0);
});

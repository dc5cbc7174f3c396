import { afterEach, beforeEach, expect, test } from "vitest";
import { type HostileArchive, hostileArchive } from "./archive.ts";

let archive: HostileArchive;
beforeEach(() => {
  archive = hostileArchive();
});
afterEach(() => archive.remove());

const script = "<script>alert(1)</script>";
const breakOut = `"'></title></script></textarea>${script}<img src=x onerror=alert(1)>`;

/** No page has a script, an event handler or a link that runs anything, but what templates write. */
async function expectInert(): Promise<void> {
  for (const [path, content] of await archive.files()) {
    if (/\.(?:html|xml)$/.test(path)) {
      // A feed has titles in CDATA: text, and no markup.
      expect(content.replace(/<!\[CDATA\[.*?\]\]>/gs, ""), path).not.toContain("<script>alert");
      if (path.endsWith(".html"))
        expect(content, path).not.toMatch(/<[a-z][^>"]*(?:"[^"]*"[^>"]*)*\son[a-z]+\s*=/);
      expect(content, path).not.toMatch(/(?:href|src)\s*=\s*"?\s*(?:javascript|data|vbscript):/i);
      expect(content.replace(/<!\[CDATA\[.*?\]\]>/gs, ""), path).not.toContain("<img src=x");
    }
    // What XML 1.0 does not allow at all.
    if (path.endsWith(".xml")) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      expect(content, path).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    }
    if (path.endsWith(".json")) expect(() => JSON.parse(content), path).not.toThrow();
  }
}

test("markup in a headline, an author, tags, a source and a summary is text", async () => {
  const quoted = JSON.stringify(breakOut);
  archive.write(
    "a.md",
    `---\ntitle: ${quoted}\nauthor: ${quoted}\nsource: ${quoted}\nsummary: ${quoted}\ntags: [${quoted}]\ndate: 2021-01-26\n---\n\nقال محمود درويش: «${breakOut}».\n`,
  );
  archive.write(
    "INDEX.md",
    `---\ntitle: ${quoted}\ndescription: ${quoted}\n---\n\n${breakOut}\n\n## ${breakOut}\n\n- [${breakOut}](a.md)\n`,
  );
  expect(await archive.build()).toMatchObject({ kind: "built" });
  await expectInert();
  const page = archive.read("articles/a.html");
  expect(page).toContain("&lt;script>alert(1)");
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? "";
  expect(JSON.parse(data).headline).toBe(breakOut);
});

test("HTML and links that run something, in Markdown, are shown or dropped and never run", async () => {
  archive.write(
    "a.md",
    [
      "# عنوان",
      script,
      "نص <b onclick=alert(1)>غامق</b> و <iframe src=//evil.example></iframe>",
      "[أ](javascript:alert(1)) [ب](data:text/html,x) [ج](JaVaScRiPt:alert(1)) [د](&#106;avascript:alert(1)) [ه](vbscript:x)",
      "![صورة](javascript:alert(1)) <javascript:alert(1)>",
      "[مرجع][x]\n\n[x]: javascript:alert(1)",
      "<style>*{display:none}</style>\n\n<meta http-equiv=refresh content=0>\n\n<base href=//evil.example>",
      "<svg onload=alert(1)>",
    ].join("\n\n"),
  );
  expect(await archive.build()).toMatchObject({ kind: "built" });
  await expectInert();
  const page = archive.read("articles/a.html");
  const body = page.slice(page.indexOf("<main"), page.indexOf("</main>"));
  expect(body).not.toMatch(/<(?:iframe|style|meta|base|svg onload|b onclick)/);
  expect(body).toMatch(/(?:&lt;|&#x3C;)<bdi>iframe/);
});

test("template syntax is text, in every place", async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: another language's templates, in a text
  const syntax = "{{ 7 * 7 }} {% raw %} ${process.env.HOME} <%= 7*7 %> #{7*7} {{{ x }}}";
  archive.write("a.txt", `---\ntitle: "${syntax}"\n---\n\n${syntax}\n`);
  expect(await archive.build()).toMatchObject({ kind: "built" });
  const page = archive.read("articles/a.html");
  expect(page).toContain(syntax.replace("<", "&lt;"));
});

test("control characters do not break feeds, sitemap or data", async () => {
  archive.write("a.txt", "عنوان\u0001\u0008\u001f الخبر\n\nنص\u000b مع\u000c محارف\ufffe تحكم.\n");
  expect(await archive.build()).toMatchObject({ kind: "built" });
  await expectInert();
  expect(JSON.parse(archive.read("articles/a.json")).text).toContain("\u0001\u0008\u001f");
});

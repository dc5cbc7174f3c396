import fc from "fast-check";
import { expect, test } from "vitest";
import { absoluteUrl, encodePath, relativeHref } from "../../src/site/paths.ts";

const segment = fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }).filter((name) => {
  const isWellFormed = !/\p{Cs}/u.test(name);
  return isWellFormed && !/^\.{1,2}$|\//.test(name);
});
const path = fc
  .array(segment, { minLength: 1, maxLength: 3 })
  .map((segments) => `${segments.join("/")}.html`);

test("a relative link leads from any page to any other, under any base", () => {
  fc.assert(
    fc.property(path, path, (from, to) => {
      for (const base of ["https://example.org/", "https://example.org/a/b/", "file:///tmp/dist/"]) {
        const href = relativeHref(from, to, "#p1");
        expect(new URL(href, base + encodePath(from)).href).toBe(new URL(`${encodePath(to)}#p1`, base).href);
      }
    }),
  );
});

test("the home page's absolute address is the site's own", () => {
  expect(absoluteUrl("https://example.org/news/", "index.html")).toBe("https://example.org/news/");
  expect(absoluteUrl("https://example.org/news/", "a b/ش.html")).toBe(
    "https://example.org/news/a%20b/%D8%B4.html",
  );
  expect(absoluteUrl(null, "index.html")).toBeNull();
});

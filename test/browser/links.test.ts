import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { attribute, elementsOf, filesOf, pagesOf } from "./site-files.ts";

const sites = inject("sites");

function raise(page: string): never {
  throw new Error(`${page} has no policy`);
}

describe.each(Object.entries(sites))("the links of %s", (_name, site) => {
  const ids = new Map<string, Set<string>>();
  const idsOf = (path: string): Set<string> => {
    const known = ids.get(path);
    if (known !== undefined) return known;
    const found = new Set(
      elementsOf(readFileSync(join(site, path), "utf8")).flatMap((element) => attribute(element, "id") ?? []),
    );
    ids.set(path, found);
    return found;
  };

  test("lead to a file and an anchor of the site, and are relative", () => {
    const broken: string[] = [];
    for (const page of pagesOf(site)) {
      const elements = elementsOf(readFileSync(join(site, page), "utf8"));
      for (const element of elements) {
        for (const name of ["href", "src", "action"]) {
          const value = attribute(element, name);
          if (value === undefined || /^(https?|mailto):/.test(value)) continue;
          const [beforeFragment = "", fragment] = value.split("#");
          const [path = ""] = beforeFragment.split("?");
          const target = path === "" ? page : normalize(join(dirname(page), decodeURIComponent(path)));
          const file = join(site, target);
          if (
            value.startsWith("/") ||
            target.startsWith("..") ||
            !existsSync(file) ||
            statSync(file).isDirectory()
          ) {
            broken.push(`${page}: ${name}="${value}"`);
          } else if (
            fragment !== undefined &&
            fragment !== "" &&
            !idsOf(target).has(decodeURIComponent(fragment))
          ) {
            broken.push(`${page}: ${name}="${value}" has no such anchor`);
          }
        }
      }
    }
    expect(broken).toEqual([]);
  });

  test("that lead to another host give it no hold on the page", () => {
    const home = elementsOf(readFileSync(join(site, "index.html"), "utf8"));
    const own = home.find((element) => attribute(element, "rel") === "canonical");
    // 404.html leads home by the site's whole address.
    const base = own === undefined ? "none" : (attribute(own, "href") ?? "none");
    for (const page of pagesOf(site)) {
      for (const element of elementsOf(readFileSync(join(site, page), "utf8"))) {
        const href = attribute(element, "href") ?? "";
        const leaves = element.tagName === "a" && /^(https?:)?\/\//i.test(href) && !href.startsWith(base);
        if (leaves) expect(attribute(element, "rel")?.split(" "), page).toContain("noopener");
        expect(attribute(element, "target"), page).toBeUndefined();
      }
    }
  });

  test("no page has an id twice", () => {
    const twice = pagesOf(site).flatMap((page) => {
      const found = elementsOf(readFileSync(join(site, page), "utf8")).flatMap(
        (one) => attribute(one, "id") ?? [],
      );
      return found.filter((id, index) => found.indexOf(id) !== index).map((id) => `${page}#${id}`);
    });
    expect(twice).toEqual([]);
  });

  test("a page loads nothing from another host, and no script but the search page's", () => {
    for (const page of pagesOf(site)) {
      for (const element of elementsOf(readFileSync(join(site, page), "utf8"))) {
        const address = element.tagName === "link" ? attribute(element, "href") : attribute(element, "src");
        const loads = element.tagName !== "link" || attribute(element, "rel") === "stylesheet";
        if (loads && address !== undefined) expect(address, page).not.toMatch(/^(https?:)?\/\//);
        const isScript = element.tagName === "script" && attribute(element, "type") !== "application/ld+json";
        if (isScript) expect(page).toBe("search.html");
        expect(attribute(element, "style"), page).toBeUndefined();
      }
    }
  });

  test("every page says first of all that it loads nothing from elsewhere and runs no script of its own text", () => {
    for (const page of pagesOf(site)) {
      const metas = elementsOf(readFileSync(join(site, page), "utf8")).filter(
        ({ tagName }) => tagName === "meta",
      );
      // Only what stands before it may be left to the browser: the encoding, which loads nothing.
      expect(attribute(metas[1] ?? raise(page), "http-equiv"), page).toBe("Content-Security-Policy");
      const policy = attribute(metas[1] ?? raise(page), "content") ?? "";
      const rules = new Map(
        policy.split(/;\s*/).map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1)]),
      );
      expect(rules.get("default-src"), page).toEqual(["'none'"]);
      expect(rules.get("base-uri"), page).toEqual(["'none'"]);
      for (const [rule, sources] of rules) {
        for (const source of sources) expect(source, `${page}: ${rule}`).toMatch(/^'(?:none|self)'$/);
      }
    }
  });

  test("style sheets load only files of the site", () => {
    for (const sheet of filesOf(site).filter((path) => path.endsWith(".css"))) {
      for (const [, address = ""] of readFileSync(join(site, sheet), "utf8").matchAll(
        /url\(["']?([^"')]+)/g,
      )) {
        expect(existsSync(join(site, dirname(sheet), address)), `${sheet}: ${address}`).toBe(true);
      }
    }
  });
});

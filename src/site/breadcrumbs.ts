import type { Breadcrumb, NavigationName } from "../model/page.ts";

export const home: Breadcrumb = { kind: "home", path: "index.html" };

/** The breadcrumbs of the pages of a section of the navigation: one object for all of them, frozen for their digests. */
export function sectionTrail(section: NavigationName, path: string): Breadcrumb[] {
  const trail: Breadcrumb[] = [home, { kind: "section", section, path }];
  Object.freeze(trail);
  return trail;
}

import type { Formatter } from "../src/languages/format.ts";
import type { Translation } from "../src/languages/translation.ts";
import type { Direction, LanguageTag } from "../src/model/language.ts";
import type { Page } from "../src/model/page.ts";

/** What a template is handed beside its page. */
export interface PageContext {
  ui: Translation;
  format: Formatter;
  /** The address of a path of the site, relative to a page, its parts percent-encoded. */
  href: (from: string, to: string, fragment?: string) => string;
  /** Paths of the style sheet and the search page's script in dist/. */
  assets: { style: string; search: string };
}

/** What every component gets: the page that it stands on, and its context. */
export interface PageProps<P extends Page = Page> {
  page: P;
  context: PageContext;
}

export interface InLanguage {
  lang: LanguageTag;
  dir: Direction;
}

/** The language that the frame of a page is in: the site's, or that of the interface where it speaks another. */
export function frameOf({ page, context: { ui } }: PageProps): InLanguage {
  const isTranslated = page.lang === ui.lang || page.lang.startsWith(`${ui.lang}-`);
  return isTranslated ? { lang: page.lang, dir: page.dir } : { lang: ui.lang, dir: ui.dir };
}

/** `lang` and `dir` for an element, when they differ from what stands around it. */
export function inLanguage(own: InLanguage, around: InLanguage): Partial<InLanguage> {
  return own.lang === around.lang ? {} : { lang: own.lang, dir: own.dir };
}

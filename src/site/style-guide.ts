import { h } from "preact";
import { render } from "preact-render-to-string";
import { searchScript, style } from "../../templates/assets.ts";
import { StyleGuide, type StyleSample } from "../../templates/pages/style-guide.tsx";
import { createFormatter } from "../languages/format.ts";
import { uiFor } from "../languages/interfaces.ts";
import { directionOf } from "../model/language.ts";
import { relativeHref } from "./paths.ts";

const words = {
  ar: {
    headline: "افتتاح الجسر الجديد وعودة الحركة إلى الميناء",
    text: "هذا الجسر ذاكرة المدينة، وقد عاد إلى أهلها بعد عامين من الانتظار.",
    name: "رامز السنديان",
    source: "وكالة المرفأ",
    heading: "ما بعد الافتتاح",
  },
  en: {
    headline: "Bridge reopens and traffic returns to the harbor",
    text: "This bridge is the town’s memory, and it is back after two years of waiting.",
    name: "Clara Whitfield",
    source: "Harbor News",
    heading: "What comes next",
  },
} as const;

/** Where the style page is while serving; no built site has it. */
export const styleGuidePath = "style.html";

/** Every component of the pages in Arabic and in English, on one page. */
export function makeStyleGuide(): string {
  const samples = (["ar", "en"] as const).map((lang): StyleSample => {
    const { ui } = uiFor(lang);
    const dir = directionOf(lang);
    const site = { title: words[lang].source, lang, dir, declaresLang: true, url: null, description: null };
    return {
      page: { kind: "not-found", path: styleGuidePath, site, sections: [], lang, dir },
      context: {
        ui,
        format: createFormatter(lang),
        href: (from, to, fragment) => relativeHref(from, to, fragment === undefined ? "" : `#${fragment}`),
        assets: { style, search: searchScript },
      },
      words: words[lang],
    };
  });
  const [first] = samples;
  if (first === undefined) return "";
  const { page, context } = first;
  return `<!doctype html>\n${render(h(StyleGuide, { page, context, samples }))}\n`;
}

import { asciiKeyOf, type CitedWork } from "./citation.ts";

/** The article as CSL-JSON, which citation managers read. Names are literal: Arabic ones have no family name to put first. */
export function citeAsCslJson(work: CitedWork): string {
  const item = {
    id: asciiKeyOf(work.id),
    type: "article-newspaper",
    title: work.title,
    ...(work.author.length === 0 ? {} : { author: work.author.map((literal) => ({ literal })) }),
    ...(work["container-title"] === null ? {} : { "container-title": work["container-title"] }),
    ...(work.issued === null ? {} : { issued: { "date-parts": [work.issued.split("-").map(Number)] } }),
    archive: work.archive,
    language: work.language,
    ...(work.URL === null ? {} : { URL: work.URL }),
  };
  return JSON.stringify([item], null, 2);
}

import type { CitedWork } from "./citation.ts";

/** The article as a RIS record (`TY - NEWS`), its lines ended as the format asks. */
export function citeAsRis(work: CitedWork): string {
  const line = (tag: string, value: string): string => `${tag}  - ${value.replace(/\s+/gu, " ").trim()}`;
  const lines = [
    line("TY", "NEWS"),
    line("TI", work.title),
    ...work.author.map((name) => line("AU", name)),
    ...(work["container-title"] === null ? [] : [line("T2", work["container-title"])]),
    ...(work.issued === null
      ? []
      : [line("DA", work.issued.replaceAll("-", "/")), line("PY", work.issued.slice(0, 4))]),
    line("DP", work.archive),
    line("LA", work.language),
    ...(work.URL === null ? [] : [line("UR", work.URL)]),
    "ER  - ",
  ];
  return lines.join("\n");
}

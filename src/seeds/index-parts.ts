/** Lines that a part has at least: parsing takes the square of the items of one, and some time for each. */
const leastLines = 120;

/** A part of INDEX.md that reads the same by itself. */
export interface IndexPart {
  content: string;
  /** Lines before it. */
  before: number;
  /** Whether its first item may belong to the list that the part before it ends with. */
  continues: boolean;
}

const boundary = /^(?:#{1,6}[ \t]|(- \[))/u;
/** What may reach over a boundary: definitions of references, code, and HTML but comments of one line. */
const reachesFar = /^[ \t>]*(?:\[[^\]\r\n]*\]:|```|~~~|<(?!!--[^\r\n]*-->[ \t]*$))/mu;

/** Parts INDEX.md at headings and items, so that an index of very many articles is read in time that goes with their number. */
export function partIndex(content: string): IndexPart[] {
  const whole = { content, before: 0, continues: false };
  if (reachesFar.test(content) || /\r(?!\n)/u.test(content)) return [whole];
  const lines = content.split("\n");
  const parts: IndexPart[] = [];
  let from = 0;
  let continues = false;
  for (let at = leastLines; at < lines.length; at += 1) {
    if (at - from < leastLines) continue;
    const found = boundary.exec(lines[at] ?? "");
    if (found === null) continue;
    parts.push({ content: `${lines.slice(from, at).join("\n")}\n`, before: from, continues });
    continues = found[1] !== undefined;
    from = at;
  }
  parts.push({ content: lines.slice(from).join("\n"), before: from, continues });
  return parts;
}

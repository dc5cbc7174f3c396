import fc from "fast-check";

/** Put into texts: what parsers trip over. */
export const pieces = [
  ..."« » “ ” „ ‘ ’ ' \" *_`~[]()<>#|\\&;:-=+! \n \r\n \t \0 \u2028 \u2029 \u202e \u2066 \u200c \u0640 \u064b \ufeff \ufffd".split(
    " ",
  ),
  ..."--- --- \n--- ``` ~~~ ]: [^1] [^1]: <!-- --> <![CDATA[ ]]> <script> </q> {{ }} {% %} &#x0; &amp; https:// www. @ 1/2/3 2020-13-45 ١٢ هـ ق.م".split(
    " ",
  ),
  "\n\n",
  "  \n",
  "قال ",
  "وقال «",
  "محمد ",
  "بن ",
  "الرئيس ",
  "يوم الاثنين ",
  "\ud83d\udc69\u200d\ud83d\udc69",
  "e\u0301",
];

const words = fc.constantFrom(
  ..."قال محمد بن علي الرئيس وزير الخارجية القاهرة يوم الاثنين منذ 2015 عام ١٤٤٢ هـ said John Smith van der Minister Monday January 26 since the 1980s Bank of".split(
    " ",
  ),
);
const piece = fc.constantFrom(...pieces);
const phrase = fc
  .array(fc.oneof({ weight: 3, arbitrary: words }, piece, fc.string({ unit: "binary", maxLength: 4 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(" "));
/** Something over and over, most often a few times and now and then very often. */
const repeated = fc
  .tuple(
    fc.array(fc.oneof(piece, words), { minLength: 1, maxLength: 4 }),
    fc.oneof({ weight: 3, arbitrary: fc.integer({ max: 40, min: 1 }) }, fc.integer({ min: 1, max: 6000 })),
  )
  .map(([unit, times]) => unit.join("").repeat(times).slice(0, 60_000));
const inline = fc.oneof(
  { weight: 6, arbitrary: phrase },
  repeated,
  phrase.map((text) => `**${text}** *${text}* ~~${text}~~`),
  fc
    .tuple(phrase, phrase)
    .map(([text, url]) => `[${text}](${url}) ![${text}](<${url}> "${url}") [${text}][a]`),
  phrase.map((text) => `\`${text}\` <b>${text}</b> <!-- ${text} --> www.a.b/${text}`),
);
const block = fc.oneof(
  { weight: 4, arbitrary: inline },
  fc.tuple(fc.integer({ min: 1, max: 6 }), inline).map(([depth, text]) => `${"#".repeat(depth)} ${text}`),
  inline.map((text) => `${text}\n===`),
  fc
    .array(fc.tuple(fc.nat(8), fc.constantFrom("- ", "1. ", "* ", "> ", "- > ", "- [ ] "), inline), {
      minLength: 1,
      maxLength: 8,
    })
    .map((items) => items.map(([depth, mark, text]) => `${"  ".repeat(depth)}${mark}${text}`).join("\n")),
  fc.array(fc.array(phrase, { maxLength: 5 }), { maxLength: 5 }).map((rows) => {
    const lines = rows.map((cells) => `| ${cells.join(" | ")} |`);
    return [lines[0] ?? "| a |", `|${" - |".repeat(rows[0]?.length ?? 1)}`, ...lines.slice(1)].join("\n");
  }),
  fc
    .tuple(fc.constantFrom("```", "~~~", "    ", "<div>", "<!--"), phrase)
    .map(([fence, text]) => `${fence}\n${text}\n${fence}`),
  fc.tuple(fc.constantFrom("a", "^1", "b c"), phrase).map(([label, text]) => `[${label}]: ${text}`),
);
const body = fc
  .array(block, { minLength: 1, maxLength: 10 })
  .chain((blocks) => fc.constantFrom("\n", "\n\n", "\r\n", "\r").map((end) => blocks.join(end)));

const key = fc.constantFrom(
  ..."title date updated source source-url author lang tags summary id encoding accept people places remove quotes dates url description recognizer digits offline extraction __proto__ constructor toString".split(
    " ",
  ),
);
const value = fc.oneof(
  phrase,
  phrase.map((text) => JSON.stringify(text)),
  fc.array(phrase, { maxLength: 4 }).map((items) => `[${items.join(", ")}]`),
  fc.array(phrase, { maxLength: 4 }).map((items) => items.map((item) => `\n  - ${item}`).join("")),
  fc.constantFrom(
    "2021-01-26",
    "ar",
    "en",
    "../../etc/passwd",
    "con",
    "&a [*a]",
    "!!js/function x",
    "{a: {b: [",
    "|\n  x",
    '"\\ud800"',
    "windows-1256",
    "https://example.org/",
  ),
  repeated,
);
const yaml = fc
  .array(fc.tuple(key, value), { maxLength: 6 })
  .map((pairs) => pairs.map(([name, said]) => `${name}: ${said}`).join("\n"));
const frontMatter = fc.oneof(
  { weight: 2, arbitrary: fc.constant("") },
  yaml.map((lines) => `---\n${lines}\n---\n`),
  fc
    .tuple(fc.constantFrom("js", "yaml", "json", "-"), yaml)
    .map(([lang, lines]) => `---${lang}\n${lines}\n---\n`),
);
const item = fc
  .tuple(
    inline,
    fc.constantFrom(
      "a.txt",
      "a.md",
      ".",
      "*",
      "**/*.md",
      "../a.md",
      "/etc/passwd",
      "*a*a*b",
      "+(a|b)",
      "%2e%2e/x",
      "",
    ),
    fc.array(fc.tuple(key, value), { maxLength: 3 }),
  )
  .map(([title, target, pairs]) =>
    [`- [${title}](${target})`, ...pairs.map(([name, said]) => `  - ${name}: ${said}`)].join("\n"),
  );
const index = fc
  .tuple(frontMatter, fc.array(fc.oneof({ weight: 2, arbitrary: item }, block), { maxLength: 8 }))
  .map(([head, blocks]) => head + blocks.join("\n"));
const correction = fc.oneof(
  phrase.map((text) => `  - ${text}`),
  words.map((text) => `  - ${text}`),
  fc.tuple(words, value).map(([text, said]) => `  - exact: ${text}\n    value: ${said}`),
  fc.tuple(words, words).map(([text, other]) => `  - name: ${text}\n    mentions: [${other}]`),
  fc
    .tuple(words, words)
    .map(([text, speaker]) => `  - exact: ${text}\n    kind: speech\n    speaker: ${speaker}`),
);
const side = fc.oneof(
  yaml,
  fc
    .array(
      fc.tuple(
        fc.constantFrom("people", "places", "remove", "quotes", "dates"),
        fc.array(correction, { maxLength: 5 }),
      ),
      { maxLength: 4 },
    )
    .map((lists) => lists.map(([name, items]) => `${name}:\n${items.join("\n")}`).join("\n")),
);

/** The files of an archive. */
export const archives = fc
  .record({
    ending: fc.constantFrom("md", "txt"),
    head: frontMatter,
    body,
    index: fc.option(index, { freq: 2 }),
    side: fc.option(side, { freq: 3 }),
  })
  .map(
    ({ ending, head, body: text, index: contents, side: corrections }): Record<string, string> => ({
      [`a.${ending}`]: head + text,
      ...(contents === null ? {} : { "INDEX.md": contents }),
      ...(corrections === null ? {} : { "a.annotations.yml": corrections }),
    }),
  );

/** An archive made to take long: its files, of about so many bytes together. */
export interface WorstInput {
  name: string;
  make: (bytes: number) => Record<string, string>;
}

/** A unit written over and over until it has so many bytes. */
function fill(unit: string, bytes: number): string {
  return unit.repeat(Math.max(1, Math.floor(bytes / Buffer.byteLength(unit))));
}

/** Different units, one after another, until they have so many bytes. */
function fillWith(unit: (index: number) => string, bytes: number): string {
  const units: string[] = [];
  for (let index = 0, length = 0; length < bytes; index += 1) {
    const next = unit(index);
    units.push(next);
    length += Buffer.byteLength(next);
  }
  return units.join("");
}

/** Written in letters alone, so that numbered names are words. */
function inLetters(index: number, letters: string): string {
  let word = "";
  for (let rest = index; word.length < 4 || rest > 0; rest = Math.floor(rest / letters.length))
    word += letters.charAt(rest % letters.length);
  return word;
}

const latin = "aeioubdlmnrst";
const arabic = "ابتجدرسعفقلمنوي";
const hebrew = "אבגדהולמנרשת";

type Make = (bytes: number) => string;

function article(name: string, lang: string, file: string, make: Make): WorstInput {
  return {
    name,
    make: (bytes) => ({
      "INDEX.md": `---\nlang: ${lang}\n---\n`,
      [file]: make(bytes),
    }),
  };
}

function text(lang: string, what: string, make: Make): WorstInput {
  return article(`${lang} text: ${what}`, lang, "a.txt", make);
}

function markdown(what: string, make: Make): WorstInput {
  return article(`markdown: ${what}`, "en", "a.md", make);
}

/** A unit over and over in one line, in a plain text of each of these languages. */
function runs(langs: string, units: Readonly<Record<string, string>>): WorstInput[] {
  return langs
    .split(" ")
    .flatMap((lang) =>
      Object.entries(units).map(([what, unit]) => text(lang, what, (bytes) => fill(unit, bytes))),
    );
}

const sentences: Readonly<Record<string, string>> = {
  ar: "قال الرئيس محمد علي إن الاجتماع عقد في القاهرة يوم الاثنين، وأضاف «سنعود غدا». ",
  en: "President John Smith said on Monday that the talks in Cairo had failed. “We will be back,” he added. ",
  fa: "محمد رضایی، وزیر خارجه، روز دوشنبه در تهران گفت: «فردا باز می‌گردیم». ",
  he: "ראש הממשלה דוד כהן אמר ביום שני בירושלים: „נחזור מחר”. ",
  ur: "وزیر اعظم محمد علی نے پیر کو لاہور میں کہا: ’’ہم کل واپس آئیں گے‘‘۔ ",
  tr: "Cumhurbaşkanı Ahmet Yılmaz pazartesi günü Ankara’da “Yarın döneceğiz” dedi. ",
};

const ordinary: WorstInput[] = Object.entries(sentences).flatMap(([lang, sentence]) => [
  text(lang, "sentences, a paragraph each", (bytes) => fill(`${sentence}\n\n`, bytes)),
  text(lang, "sentences, one line", (bytes) => fill(sentence, bytes)),
]);

/** What trips readers of any language. */
const characters: WorstInput[] = [
  ...runs("ar en", {
    "one letter": "a",
    spaces: " ",
    "spaces and a letter": `${" ".repeat(1000)}a`,
    "carriage returns": "\r",
    "carriage returns and letters": "a\r",
    "line separators": "a\u2028",
    "very many headings": "عنوان\n\nنص طويل ينتهي بنقطة كما تنتهي الجمل كلها في هذا المقال.\n\n",
    "tabs and letters": "a\t",
    "combining marks": "\u0301",
    "letters with marks": "ن\u064b",
    "a letter with very many marks": "\u064b",
    "zero width non-joiners": "\u200c",
    tatweel: "\u0640",
    "letters with tatweel": "م\u0640",
    "bidi controls": "\u202e",
    "bidi isolates and letters": "\u2067a\u2069 ",
    "letters between bidi controls": "a\u202b",
    "emoji in one": "\ud83d\udc69\u200d",
    emoji: "\ud83d\ude00 ",
    "words of two scripts in turn": "كلمة word ",
    "letters of two scripts in turn": "كa",
    "opening marks «": "«",
    "opening marks « with words": "«كلمة ",
    "opening marks “ with words": "“word ",
    'straight marks "': '"',
    'straight marks " with words': 'word" "',
    "pairs of marks": "«كلمة» ",
    "pairs that cross": "«a “b» c” ",
    "single marks ’ after s": "boss’ a",
    "single marks ‘ with words": "‘word ",
    "typewriter marks ''": "''word ",
    "marks in many paragraphs": "«كلمة\n",
    "full stops": ".",
    "words and full stops": "a. ",
    commas: "،",
    colons: "a: ",
    dashes: "-",
    "dashes with words": "a – ",
    brackets: "(",
    "brackets with words": "(a) ",
    digits: "1",
    "digits and slashes": "1/2/",
    "Arabic digits and slashes": "١/٢/",
    "years and dashes": "2015-",
    "years and spaces": "2015 ",
    "days with dashes": "2015-12-",
    "numbers with words": "3 a ",
    thousands: "1,000,",
    addresses: "https://a.example/",
    "addresses with spaces": "https://a.example/b?c=d ",
    mail: "a@",
    ampersands: "&",
    "less than": "<",
    "table rows": "a | b | ",
  }),
];

/** One character over and over between two letters: what looks for the end of a run from each of its places takes the square. */
const betweenLetters: WorstInput[] = ["en", "ar"].flatMap((lang) =>
  Object.entries({
    spaces: " ",
    tabs: "\t",
    "no-break spaces": "\u00a0",
    "full stops": ".",
    commas: ",",
    colons: ":",
    dashes: "-",
    "en dashes": "–",
    underscores: "_",
    slashes: "/",
    ampersands: "&",
    apostrophes: "'",
    "single marks": "’",
    "double marks": '"',
    "marks «": "«",
    brackets: "(",
    "closing brackets": ")",
    "question marks": "?",
    digits: "1",
    "Arabic digits": "١",
    "combining marks": "\u0301",
    "Arabic marks": "\u064b",
    "non-joiners": "\u200c",
    tatweel: "\u0640",
    "bidi controls": "\u202e",
    "line feeds": "\n",
  }).map(([what, character]) =>
    text(
      lang,
      `two letters with ${what} between`,
      (bytes) => `a${fill(character, bytes)}a ا${fill(character, 9)}ا`,
    ),
  ),
);

const arabicRuns: WorstInput[] = runs("ar", {
  قال: "قال ",
  "قال with a colon": "قال: ",
  "quotations and قال": "«نعم نعم نعم» قال ",
  "quotations on end": "قال محمد: «نعم نعم نعم» «لا لا لا» ",
  ابن: "ابن ",
  "names and بن": "محمد بن ",
  "given names": "محمد ",
  "names and و": "محمد وعلي و",
  titles: "الرئيس ",
  "titles and names": "الرئيس محمد ",
  "nouns that head names": "وزارة ",
  places: "القاهرة ",
  "قال إن": "وقال إن ",
  "relative clauses": "الذي ",
  "month names": "يناير ",
  "two month names": "كانون الثاني/يناير ",
  "days and months": "26 يناير و",
  Hijri: "1442 هـ ",
  "Hijri months": "15 رمضان 1442 هـ و",
  "years before Christ": "300 ق.م - ",
  weekdays: "الاثنين ",
  "weekdays and days": "يوم الاثنين الماضي ",
  periods: "منذ ",
  "from and to": "من عام 2015 إلى ",
  decades: "عقد الثمانينات من القرن ",
  quarters: "الربع الأول من ",
  "numbers in words": "ثلاثة وعشرون و",
  ago: "قبل ثلاثة أيام و",
  "every other letter ـ": "م\u0640ـ ",
  "attached particles": "وبال",
});

const englishRuns: WorstInput[] = runs("en", {
  said: "said ",
  "he said": "he said, ",
  "quotations and said": "“Yes, yes, yes,” said ",
  "quotations on end": "“Yes, yes, yes” “No, no, no” ",
  "van der": "van der ",
  "names and van der": "John van der ",
  "capitalized words": "Word ",
  "capitalized words and of": "Bank of ",
  "capitalized words and the": "Bank of the ",
  "capitalized words and and": "Bank and ",
  initials: "J. ",
  "initials without spaces": "U.S.",
  "names and initials": "John F. ",
  "given names": "John ",
  titles: "President ",
  "titles and names": "President John Smith, ",
  "according to": "according to ",
  "month names": "January ",
  "days and months": "26 January ",
  "months and days": "May 1, ",
  weekdays: "Monday ",
  periods: "since ",
  "from and to": "from 2015 to ",
  "between and": "between 2015 and ",
  decades: "the 1980s and ",
  quarters: "first quarter of ",
  "numbers in words": "twenty-three ",
  ago: "three days ago and ",
  centuries: "the 19th century ",
  possessives: "John’s ",
  hyphens: "Word-",
  apostrophes: "O’",
  Hijri: "1442 AH ",
});

const otherRuns: WorstInput[] = [
  ...runs("fa", {
    گفت: "گفت ",
    "names with ezafe": "محمدِ ",
    "words with non-joiners": "می‌",
    "Solar Hijri": "۱۵ فروردین ۱۴۰۰ ",
    periods: "از سال ۱۳۹۰ تا ",
  }),
  ...runs("he", {
    gershayim: 'צה"ל ',
    "marks between letters": 'א"ב"',
    אמר: "אמר ",
    "years in letters": 'תשפ"א ',
    "names and בן": "דוד בן ",
    periods: "מאז שנת 2015 ועד ",
  }),
  ...runs("ur", {
    "نے کہا": "نے کہا ",
    کہ: "محمد نے کہا کہ ",
    "two single marks": "’’لفظ ‘‘",
    periods: "سے 2015 تک ",
  }),
  ...runs("tr", {
    dedi: "dedi ",
    "case endings": "Ankara’nın ",
    "capitalized words": "Kelime ",
    apostrophes: "A’",
    periods: "2015’ten 2016’ya ",
  }),
];

/** Many of one thing, and each a different one. */
const names: WorstInput[] = [
  text("ar", "very many names", (bytes) =>
    fillWith((index) => `قال محمد ال${inLetters(index, arabic)} إن الوزير سافر.\n\n`, bytes),
  ),
  text("en", "very many names", (bytes) =>
    fillWith((index) => `John M${inLetters(index, latin)} said the minister had left.\n\n`, bytes),
  ),
  text("he", "very many names", (bytes) =>
    fillWith((index) => `דוד ${inLetters(index, hebrew)} אמר כי השר נסע.\n\n`, bytes),
  ),
  text("en", "very many names of one surname", (bytes) =>
    fillWith((index) => `J${inLetters(index, latin)} Smith said that Smith had left.\n\n`, bytes),
  ),
  text("ar", "very many names of one given name", (bytes) =>
    fillWith((index) => `الوزير محمد ${inLetters(index, arabic)}. وقال محمد: «نعم نعم نعم».\n\n`, bytes),
  ),
  text(
    "en",
    "one long name and its short form very often",
    (bytes) =>
      `John ${fill("Word ", bytes / 2)}Smith came.\n\n${fill("Smith said: “Yes, we will.” ", bytes / 2)}`,
  ),
  text(
    "ar",
    "one long name and its short form very often",
    (bytes) =>
      `قال محمد ${fill("بن علي ", bytes / 2)}إن نعم.\n\n${fill("قال محمد: «نعم نعم نعم». ", bytes / 2)}`,
  ),
  text("en", "one name many times", (bytes) => fill("John Smith met Smith. ", bytes)),
  text("en", "very many speakers", (bytes) =>
    fillWith((index) => `“Yes, we will go there,” said John M${inLetters(index, latin)}. `, bytes),
  ),
  text("ar", "very many speakers", (bytes) =>
    fillWith((index) => `وقال محمد ${inLetters(index, arabic)}: «نعم سنذهب إلى هناك». `, bytes),
  ),
  text("en", "very many quotations without a speaker", (bytes) =>
    fill("“Yes, we will go there and stay.” ", bytes),
  ),
  text("ar", "very many quotations without a speaker", (bytes) =>
    fill("«نعم سنذهب إلى هناك ونبقى». ", bytes),
  ),
  text("en", "very many organizations and their short forms", (bytes) =>
    fillWith((index) => {
      const word = inLetters(index, latin);
      return `The ${word.charAt(0).toUpperCase()}${word.slice(1)} Trade Union (${word.toUpperCase()}) met. `;
    }, bytes),
  ),
  text("ar", "very many dates", (bytes) =>
    fillWith((index) => `يوم ${1 + (index % 28)} يناير ${1900 + (index % 120)}، `, bytes),
  ),
  text("en", "very many dates", (bytes) =>
    fillWith((index) => `On ${1 + (index % 28)} May ${1900 + (index % 120)}, `, bytes),
  ),
  text("en", "one quotation over everything", (bytes) => `“${fill("John Smith met Mary. ", bytes)}”`),
  text("ar", "one quotation over everything", (bytes) => `«${fill("قابل محمد علي الوزير. ", bytes)}»`),
  text("en", "paragraphs of another language", (bytes) =>
    fill(`${sentences["en"] ?? ""}\n\n${sentences["ar"] ?? ""}\n\n`, bytes),
  ),
];

/** What trips readers of Markdown: see the worst cases of cmark's pathological tests, among others. */
const marked: WorstInput[] = [
  ...Object.entries({
    "one letter": "a",
    spaces: " ",
    "line feeds": "\n",
    "carriage returns": "\r",
    "letters and line feeds": "a\n",
    headings: "# a\n\n",
    "headings, # alone": "#\n",
    "headings, lines of #": "#".repeat(50),
    "headings underlined": "a\n=\n",
    "lines of =": "=\n",
    paragraphs: "word\n\n",
    "opening brackets": "[",
    images: "![",
    "brackets with parentheses": "[a](",
    "brackets with a title": '[a](b "',
    "brackets in pairs": "[]",
    "brackets after words": "[a",
    "closing brackets": "]",
    parentheses: "a](b)",
    links: "[a](b) ",
    "links with angle brackets": "[a](<b",
    "links in links": "[a [b](c) ",
    "images in links": "[![a](b)](c) ",
    asterisks: "*",
    "asterisks with words": "*a ",
    "asterisks around words": "*a* ",
    "two and one asterisks": "**a *b ",
    "asterisks closing": "a* ",
    "asterisks and underscores": "*a _b ",
    "asterisks and underscores, crossing": "*a_ ",
    "asterisks of three": "a***",
    "asterisks, two and one": "a**b*",
    underscores: "_",
    "underscores with words": "_a ",
    "underscores in words": "a_b",
    tildes: "~a ",
    "two tildes": "~~a ",
    "tildes in words": "a~",
    backticks: "`",
    "backticks with words": "`a ",
    "less than": "<",
    "less than and a letter": "<a ",
    tags: "<a b=c>",
    "tags without an end": '<a b="',
    "tags, closing": "</a",
    comments: "<!--",
    "comments, short": "<!-- a -->",
    "comments over lines": "<!-- a\n-->\n\n",
    declarations: "<!A ",
    instructions: "<?",
    "instructions over lines": "<?a\n",
    CDATA: "<![CDATA[",
    "blocks of HTML": "<div>\n\n",
    ampersands: "&",
    entities: "&amp;",
    "numbered entities": "&#x41;",
    "entities without an end": "&am",
    backslashes: "\\",
    escapes: "\\*",
    "escapes of line ends": "a\\\n",
    addresses: "www.a.b/",
    "addresses with (": "https://a.b/(",
    "addresses with )": "https://a.b/))))))))",
    "addresses with entities": "https://a.b/&amp;",
    "addresses, www": "www.",
    mail: "a@b.c ",
    "mail, one word": "a.",
    "mail, @": "a@",
    quotes: "> a\n",
    "quotes, parted": "> a\n\n",
    "quotes, many marks": `${">".repeat(90)}a\n`,
    "quotes, many marks in turn": `${">".repeat(90)}a\n\n`,
    "list items": "- a\n",
    "list items, parted": "- a\n\n",
    "list items, empty": "-\n",
    "list items in list items": "- a\n  - b\n    - c\n",
    "list items, many in a line": `${"- ".repeat(40)}a\n`,
    "list items of all kinds": "- a\n+ b\n* c\n",
    "list items with numbers": "1. a\n",
    "list items with a box": "- [ ] a\n",
    "list items and quotes": "- > ",
    "lazy lines": "> a\nb\n",
    rules: "***\n",
    "rules or emphasis": "* * a ",
    fences: "```\n",
    "fences with words": "```a\n\n",
    "fences of tildes": "~~~a\n",
    "indented code": "    a\n",
    "indented code, parted": "    a\n\n",
    "table rows": "| a | b |\n",
    "table heads without a table": "| a\n",
    tables: "| a | b |\n| - | - |\n| c | d |\n\n",
    pipes: "|",
    "delimiter rows": "|-\n",
    definitions: "[a]: b\n",
    "definitions without an end": "[a]: b 'c\n",
    "definitions of nothing": "[a]:\n",
    footnotes: "[^a] ",
    "footnote definitions": "[^a]: b\n\n",
    "footnote marks": "[^",
    "line breaks": "a  \n",
    tabs: "\ta\n",
    braces: "{",
  }).map(([what, unit]) => markdown(what, (bytes) => fill(unit, bytes))),
  markdown("backticks, runs of all lengths", (bytes) =>
    fillWith((index) => `e${"`".repeat(index + 1)}`, bytes),
  ),
  markdown("brackets nested", (bytes) => "[".repeat(bytes / 2) + "]".repeat(bytes / 2)),
  markdown("brackets with words, nested", (bytes) => `${"[a ".repeat(bytes / 5)}${"b]".repeat(bytes / 5)}`),
  markdown("links nested", (bytes) => `${"[".repeat(bytes / 6)}a${"](u)".repeat(bytes / 6)}`),
  markdown("parentheses of an address, nested", (bytes) => `[a](${"(".repeat(bytes / 2)}`),
  markdown("emphasis nested", (bytes) => `${"*a **a ".repeat(bytes / 12)}b${" a** a*".repeat(bytes / 12)}`),
  markdown("asterisks on both sides", (bytes) => `${"*".repeat(bytes / 2)}a${"*".repeat(bytes / 2)}`),
  markdown(
    "asterisks, opened with one and closed with another",
    (bytes) => `${"a **b ".repeat(bytes / 12)}${"c_ d* ".repeat(bytes / 12)}`,
  ),
  markdown("quotes nested", (bytes) => `${">".repeat(bytes)}a`),
  markdown("quotes nested, line by line", (bytes) =>
    fillWith((index) => `${"> ".repeat(1 + (index % 90))}a\n`, bytes),
  ),
  markdown("list items nested, line by line", (bytes) =>
    fillWith((index) => `${"  ".repeat(index)}- a\n`, bytes),
  ),
  markdown("list items nested to 20, line by line", (bytes) =>
    fillWith((index) => `${"  ".repeat(index % 20)}- a\n`, bytes),
  ),
  markdown(
    "a list's lines indented ever more",
    (bytes) => `- a\n\n${fillWith((index) => `${" ".repeat(index % 500)}b\n\n`, bytes)}`,
  ),
  markdown("a table of many columns", (bytes) => {
    const columns = Math.floor(bytes / 6);
    return `${"|a".repeat(columns)}|\n${"|-".repeat(columns)}|\n${"|b".repeat(columns)}|\n`;
  }),
  markdown("a table of many columns and rows of one", (bytes) => {
    // Rows are filled up to the columns of the head: the square of what is written.
    const columns = Math.floor(bytes / 8);
    return `${"|a".repeat(columns)}|\n${"|-".repeat(columns)}|\n${"|b\n".repeat(bytes / 6)}`;
  }),
  markdown("a table of many rows", (bytes) => `| a | b |\n| - | - |\n${fill("| c | d |\n", bytes)}`),
  markdown(
    "a table of code with pipes",
    (bytes) => `| a | b |\n| - | - |\n${fill("| `\\|` | d |\n", bytes)}`,
  ),
  markdown("very many definitions", (bytes) => fillWith((index) => `[a${index}]: b\n`, bytes)),
  markdown("very many definitions and references", (bytes) =>
    fillWith((index) => `[a${index}]\n\n[a${index}]: https://b.example/\n\n`, bytes),
  ),
  markdown("one long definition, referred to very often", (bytes) => {
    const half = bytes / 2;
    return `[a]: https://b.example/${"c".repeat(half)}\n\n${fill("[a] ", half)}`;
  }),
  markdown("one long title, referred to very often", (bytes) => {
    const half = bytes / 2;
    return `[a]: b "${"c".repeat(half)}"\n\n${fill("[a] ", half)}`;
  }),
  markdown("references to nothing, each longer", (bytes) =>
    fillWith((index) => `[${"a".repeat(1 + (index % 998))}] `, bytes),
  ),
  markdown("one footnote, referred to very often", (bytes) => `[^a]: note\n\n${fill("word[^a] ", bytes)}`),
  markdown("very many footnotes", (bytes) =>
    fillWith((index) => `a[^${index}]\n\n[^${index}]: b\n\n`, bytes),
  ),
  markdown("a quote with very many lines of HTML", (bytes) => fill("> <div>\n", bytes)),
  markdown("sentences", (bytes) => fill(`${sentences["en"] ?? ""}\n\n`, bytes)),
  markdown("marks that do not match", (bytes) => fill("“word\n\n", bytes)),
  markdown(
    "one mark that does not match, a hundred times, at the end",
    (bytes) => fill("words of a sentence. ", bytes) + "\n\n“word ".repeat(100),
  ),
];

const words = { ar: "نص المقال هنا.\n", en: "The text is here.\n" };

function matter(what: string, make: Make): WorstInput {
  return article(`front matter: ${what}`, "ar", "a.md", (bytes) => `---\n${make(bytes)}\n---\n\n${words.ar}`);
}

const frontMatter: WorstInput[] = [
  matter("a huge value", (bytes) => `title: ${fill("a", bytes)}`),
  matter("a huge value of words", (bytes) => `title: ${fill("كلمة ", bytes)}`),
  matter("a huge value of marks", (bytes) => `title: ${fill("' ", bytes)}`),
  matter("a huge value in quotation marks", (bytes) => `title: "${fill("a\\n", bytes)}"`),
  matter("a huge value without an end", (bytes) => `title: "${fill("a ", bytes)}`),
  matter("a huge value over lines", (bytes) => `summary: |\n${fill("  a\n", bytes)}`),
  matter("very many keys", (bytes) => fillWith((index) => `k${index}: v\n`, bytes)),
  matter("one key very often", (bytes) => fill("source: v\n", bytes)),
  matter("very many tags", (bytes) => `tags: [${fillWith((index) => `t${index}, `, bytes)}a]`),
  matter("very many tags by commas", (bytes) => `tags: ${fill("a, ", bytes)}`),
  matter("very many authors", (bytes) => `author:\n${fillWith((index) => `  - a${index}\n`, bytes)}`),
  matter("very many people", (bytes) => `people:\n${fillWith((index) => `  - a${index}\n`, bytes)}`),
  matter("nested flow sequences", (bytes) => `tags: ${fill("[", bytes)}`),
  matter("nested flow mappings", (bytes) => `tags: ${fill("{a: ", bytes)}`),
  matter("nested sequences", (bytes) => `tags:\n  ${fill("- ", bytes)}a`),
  matter("nested mappings", (bytes) => fillWith((index) => `${" ".repeat(index)}a:\n`, bytes)),
  matter("nested questions", (bytes) => fill("? ", bytes)),
  matter("anchors", (bytes) => `tags: [${fillWith((index) => `&a${index} b, `, bytes)}c]`),
  matter("aliases", (bytes) => `title: &a b\ntags: [${fill("*a, ", bytes)}*a]`),
  matter("tags of YAML", (bytes) => fill("!!a ", bytes)),
  matter("comments", (bytes) => fill("# a\n", bytes)),
  matter("line feeds", (bytes) => fill("\n", bytes)),
  matter("spaces", (bytes) => `title:${fill(" ", bytes)}`),
  matter("colons", (bytes) => fill("a: ", bytes)),
  matter("digits as an id", (bytes) => `id: ${fill("1-", bytes)}`),
  matter("a long key", (bytes) => `${fill("a", bytes)}: b`),
  article("front matter: lines of ---", "ar", "a.md", (bytes) => fill("---\n", bytes)),
  article("front matter: a line of -", "ar", "a.md", (bytes) => fill("-", bytes)),
  article("front matter: --- and spaces", "ar", "a.md", (bytes) => `---${fill(" ", bytes)}a`),
  article("front matter: never closed", "ar", "a.md", (bytes) => `---\n${fill("a: b\n", bytes)}`),
  article("front matter: --- and a word, often", "ar", "a.md", (bytes) => `---\n${fill("--- a\n", bytes)}`),
];

function index(what: string, make: Make): WorstInput {
  return {
    name: `INDEX.md: ${what}`,
    make: (bytes) => ({ "INDEX.md": make(bytes), "a.txt": words.ar }),
  };
}

const indexes: WorstInput[] = [
  index("very many items of one file", (bytes) => fill("- [a](a.txt)\n", bytes)),
  index("very many items of one file with metadata", (bytes) => fill("- [a](a.txt)\n  - source: b\n", bytes)),
  index("very many items of no file", (bytes) => fillWith((at) => `- [a](b${at}.txt)\n`, bytes)),
  index("very many folders", (bytes) => fill("- [a](.)\n", bytes)),
  index("very many globs", (bytes) => fillWith((at) => `- [a](*${at}*.txt)\n`, bytes)),
  index("one long glob", (bytes) => `- [a](${fill("*a", bytes)})\n`),
  index("one long glob of braces", (bytes) => `- [a](${fill("{a,b}", bytes)})\n`),
  index("one long glob of brackets", (bytes) => `- [a](<${fill("+(a|", bytes)}>)\n`),
  index("globs of the worst kind", (bytes) => fill(`- [a](${"*a".repeat(30)}b)\n`, bytes)),
  index(
    "an item's metadata, one key very often",
    (bytes) => `- [a](a.txt)\n${fill("  - author: b\n", bytes)}`,
  ),
  index(
    "an item's metadata, very many keys",
    (bytes) => `- [a](a.txt)\n${fillWith((at) => `  - k${at}: b\n`, bytes)}`,
  ),
  index("an item's metadata, one long value", (bytes) => `- [a](a.txt)\n  - summary: ${fill("b ", bytes)}\n`),
  index("very many headings of one title", (bytes) => fill("## a\n\n", bytes)),
  index("very many headings without a title", (bytes) => fill("##\n\n", bytes)),
  index("very many headings, each with an item", (bytes) => fill("## a\n\n- [a](a.txt)\n\n", bytes)),
  index("a long heading", (bytes) => `## ${fill("كلمة ", bytes)}\n`),
  index("a long heading of one word", (bytes) => `## ${fill("a", bytes)}\n`),
  index("prose", (bytes) => fill("word\n\n", bytes)),
  index("lists nested", (bytes) => fillWith((at) => `${"  ".repeat(at)}- a\n`, bytes)),
  index("lists nested in one line", (bytes) => fill("- ", bytes)),
  index("quotes nested", (bytes) => fill(">", bytes)),
  index("opening brackets", (bytes) => fill("[", bytes)),
  index("links and parentheses", (bytes) => fill("- [a](", bytes)),
  index("a long address", (bytes) => `- [a](${fill("b/", bytes)})\n`),
  index("a long address of ..", (bytes) => `- [a](${fill("b/../", bytes)}a.txt)\n`),
  index("a long address, encoded", (bytes) => `- [a](${fill("%61", bytes)})\n`),
  index("asterisks", (bytes) => fill("*a_ ", bytes)),
  index("a table of many columns and rows of one", (bytes) => {
    const columns = Math.floor(bytes / 8);
    return `${"|a".repeat(columns)}|\n${"|-".repeat(columns)}|\n${"|b\n".repeat(bytes / 6)}`;
  }),
  index("very many settings", (bytes) => `---\n${fillWith((at) => `k${at}: v\n`, bytes)}---\n`),
];

function side(what: string, make: Make, content: Make | string = words.ar): WorstInput {
  return {
    name: `side file: ${what}`,
    make: (bytes) => ({
      "a.txt": typeof content === "string" ? content : content(bytes / 2),
      "a.annotations.yml": make(bytes / 2),
    }),
  };
}

/** Half of it the text, half what is said of it. */
const sideFiles: WorstInput[] = [
  side(
    "very many names, none in the text",
    (bytes) => `people:\n${fillWith((at) => `  - name${at}\n`, bytes)}`,
  ),
  side(
    "very many names, each in the text",
    (bytes) => `people:\n${fillWith((at) => `  - ${inLetters(at, arabic)}\n`, bytes)}`,
    (bytes) => fillWith((at) => `${inLetters(at, arabic)}\n`, bytes),
  ),
  side(
    "very many names of one word that the text repeats",
    (bytes) => `people:\n${fillWith((at) => `  - name: محمد\n    id: m${at}\n`, bytes)}`,
    (bytes) => fill("محمد ", bytes),
  ),
  side(
    "very many names that are no words of the text",
    (bytes) => `people:\n${fill("  - a\n", bytes)}`,
    (bytes) => fill("a", bytes),
  ),
  side(
    "very many forms of one name",
    (bytes) =>
      `people:\n  - name: محمد\n    mentions:\n${fillWith((at) => `      - ${inLetters(at, arabic)}\n`, bytes)}`,
    (bytes) => fillWith((at) => `${inLetters(at, arabic)}\n`, bytes),
  ),
  side(
    "very many removals of one word",
    (bytes) => `remove:\n${fill("  - محمد\n", bytes)}`,
    (bytes) => fill("محمد ", bytes),
  ),
  side(
    "very many quotes of one text",
    (bytes) => `quotes:\n${fill("  - exact: نعم\n    kind: term\n", bytes)}`,
    (bytes) => fill("«نعم» ", bytes),
  ),
  side(
    "very many dates of one text",
    (bytes) => `dates:\n${fill("  - exact: غدا\n    value: 2021-01-26\n", bytes)}`,
    (bytes) => fill("غدا ", bytes),
  ),
  side(
    "one date that the text repeats",
    () => "dates:\n  - exact: غدا\n    value: 2021-01-26\n",
    (bytes) => fill("غدا ", bytes),
  ),
  side("very many wrong entries", (bytes) => `dates:\n${fill("  - exact: a\n    value: b\n", bytes)}`),
  side("very many unknown keys", (bytes) => fillWith((at) => `k${at}: b\n`, bytes)),
  side("nested flow sequences", (bytes) => `people: ${fill("[", bytes)}`),
  side("nested sequences", (bytes) => `people:\n  ${fill("- ", bytes)}a`),
  side("aliases", (bytes) => `people: [&a b, ${fill("*a, ", bytes)}]`),
];

export const worstInputs: readonly WorstInput[] = [
  ...ordinary,
  ...characters,
  ...betweenLetters,
  ...arabicRuns,
  ...englishRuns,
  ...otherRuns,
  ...names,
  ...marked,
  ...frontMatter,
  ...indexes,
  ...sideFiles,
];

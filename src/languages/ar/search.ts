/*
 * Words as a search compares them. All of it works on forms that `foldArabic` has made, and runs in the browser too.
 */

/** Taking a particle off must leave a word; two letters after it are hardly ever one. */
const minRest = 3;
/** After the article two letters are one often enough (الحج، السد) to be worth an entry of the index. */
const minRestAfterArticle = 2;

/**
 * What ends with the article is hardly ever the beginning of a word itself: ال, وال, فال, بال, كال, وبال …, and لل, in
 * which the article has lost its alef: ولل, فلل.
 */
const articlePrefix = /^[وف]?(?:[بك]?ال|لل)(?=(.{2,}))/u;
/** A single letter may as well be the first of the word (وزير, بلد, كتاب, فرنسا, لبنان). */
const conjunction = /^[وف]/u;
const preposition = /^[بكل]/u;

/** First halves of names that are written apart or together: عبد الله, عبدالله. */
const nameHeads = ["عبد", "ابو", "ابي"] as const;
const joinedName = new RegExp(`^(${nameHeads.join("|")})(.{3,})$`, "u");

/** The word that no article would be taken off. */
const inseparable: ReadonlySet<string> = new Set(["الله"]);

/**
 * Takes the article and what is attached before it off a word; the word itself when it has none. As often as there is one, since of two
 * the second may belong to the word (الالتزام), and a word that is written with one alone must come to the same.
 */
export function stripArticle(folded: string): string {
  const stripped = cutArticle(folded, minRest);
  return stripped === folded ? folded : stripArticle(stripped);
}

function cutArticle(folded: string, least: number): string {
  if (inseparable.has(folded)) return folded;
  const rest = articlePrefix.exec(folded)?.[1];
  return rest === undefined || rest.length < least ? folded : rest;
}

function cutParticle(folded: string, particle: RegExp): string {
  return particle.test(folded) && folded.length > minRest ? folded.slice(1) : folded;
}

/**
 * Every form under which an index has a word: as it is, without an attached و or ف, without an attached ب, ك or ل
 * after it, and without the article. What `stripArticle` makes of any of them is among them too, so a word of a query
 * that is stripped still meets it. The word itself comes first.
 */
export function searchForms(folded: string): string[] {
  const forms = new Set([folded]);
  for (const particle of [conjunction, preposition]) {
    for (const form of [...forms]) forms.add(cutParticle(form, particle));
  }
  // A set goes on to what is added while it is walked.
  for (const form of forms) forms.add(cutArticle(form, minRestAfterArticle)).add(stripArticle(form));
  return [...forms];
}

/** The forms of a query's word to try, the likeliest first, when it is found nowhere as it is. */
export function looserForms(folded: string): string[] {
  const stripped = stripArticle(folded);
  return searchForms(folded).filter((form) => form !== stripped && form.length >= minRestAfterArticle);
}

/** Whether a word is the first half of a name that may be written as one with the next. */
export function headsName(folded: string): boolean {
  return (nameHeads as readonly string[]).includes(folded);
}

/** The halves of a name that is written as one word; null when it is no such name. */
export function splitName(folded: string): [head: string, rest: string] | null {
  const [, head, rest] = joinedName.exec(folded) ?? [];
  return head === undefined || rest === undefined ? null : [head, rest];
}

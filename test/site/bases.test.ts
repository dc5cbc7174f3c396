import fc from "fast-check";
import { expect, test } from "vitest";
import { findBases, isBased } from "../../src/site/bases.ts";
import { createDigester } from "../../src/site/digest.ts";
import { type Draft, type DraftedArchive, draftArchive, draftArticle, planOf } from "./fixture.ts";

const names = [
  { id: "سلمى", type: "Person", name: "سلمى" },
  { id: "سلمى", type: "Person", name: "سلمى الحاج" },
  { id: "هند", type: "Person", name: "هند" },
  { id: "نابلس", type: "Place", name: "نابلس" },
  { id: "نابلس", type: "Organization", name: "نابلس" },
  { id: "حيفا", type: "Place", name: "حيفا" },
  // Of three people together there is a picture.
  { id: "ليلى", type: "Person", name: "ليلى" },
] as const;
const speakers = [
  null,
  { name: "سلمى", entity: "سلمى" },
  { name: "سلمى", entity: "سلمى" },
  { name: "هند", entity: "هند" },
  // Of one page, which has the name that came first.
  { name: "متحدث", entity: null },
  { name: "«متحدث»", entity: null },
];
const sayings = ["نعم بلا شك أبدا", "لا أدري اليوم", "ربما غدا صباحا", "ذلك ما كنا نريد"];

/** Small enough that archives of them share names, days and speakers. */
const article = fc.record({
  id: fc.constantFrom(..."abcdefgh"),
  headline: fc.constantFrom("خبر", "خبر آخر"),
  published: fc.constantFrom(null, "2020-05-01", "2021-05-01", "2021-05-02", "2021-05-03"),
  entities: fc.uniqueArray(fc.constantFrom(...names), {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 4,
  }),
  quotes: fc.uniqueArray(
    fc.record({ text: fc.constantFrom(...sayings), speaker: fc.constantFrom(...speakers) }),
    { selector: ({ text }) => text, maxLength: 4 },
  ),
  words: fc.constantFrom("أمس", "اليوم"),
});
const articles = fc.uniqueArray(article, { selector: ({ id }) => id, minLength: 2, maxLength: 7 });

type Sample = Pick<Draft, "id" | "headline" | "published" | "entities" | "quotes"> & { words: string };

function archiveOf(samples: readonly Sample[], title: string): DraftedArchive {
  return draftArchive({
    articles: samples.map(({ words, ...sample }) => {
      const { entities = [], quotes = [] } = sample;
      const said = quotes.map(({ text }) => `قالت: «${text}».`);
      return draftArticle({
        ...sample,
        paragraphs: [`${entities.map(({ name }) => name).join(" و ")} ${words}`, ...said],
      });
    }),
    collections: [
      {
        id: "first",
        title,
        items: samples.slice(0, 2).map(({ id }) => ({ kind: "article", path: `${id}.txt` })),
      },
      { id: "all", title: "الكل", items: samples.map(({ id }) => ({ kind: "article", path: `${id}.txt` })) },
    ],
  });
}

/** By path, what a page is worked out from, and what comes of it. */
function digestsOf(archive: DraftedArchive): Map<string, { basis: string | null; draft: string }> {
  const { catalogue, pages } = planOf(archive);
  const digester = createDigester("version");
  const bases = findBases(catalogue, archive.keys, digester);
  return new Map(
    pages.map((page) => [
      page.path,
      { basis: isBased(page) ? bases.of(page) : null, draft: digester.of(page.draft()) },
    ]),
  );
}

test("a page that is worked out from the same is the same, whatever else the archive has", () => {
  let kept = 0;
  fc.assert(
    fc.property(
      articles,
      fc.array(article, { maxLength: 2 }),
      fc.constantFrom("أ", "ب"),
      fc.boolean(),
      (samples, more, title, hasNames) => {
        const [before, changes] = [samples, more].map((some) =>
          hasNames ? some : some.map((sample) => ({ ...sample, entities: [], quotes: [] })),
        ) as [Sample[], Sample[]]; // two lists make two
        const changed = new Map([...before, ...changes].map((sample) => [sample.id, sample]));
        const earlier = digestsOf(archiveOf(before, "أ"));
        for (const [path, { basis, draft }] of digestsOf(archiveOf([...changed.values()], title))) {
          const known = earlier.get(path);
          if (basis === null || known?.basis !== basis) continue;
          kept += 1;
          expect(draft, path).toBe(known.draft);
        }
      },
    ),
    { numRuns: 1_000 },
  );
  expect(kept).toBeGreaterThan(500);
}, 240_000);

test("so is each page of a list that runs over several", () => {
  const sampleOf = (index: number): Sample => ({
    id: `n${index}`,
    headline: "خبر",
    published: index % 3 === 0 ? "2020-05-01" : `201${index % 2}-05-0${1 + (index % 3)}`,
    entities: index % 2 === 0 ? [names[0]] : [],
    quotes:
      index % 2 === 0 ? [{ text: `قول رقم ${index} هنا`, speaker: { name: "سلمى", entity: "سلمى" } }] : [],
    words: "أمس",
  });
  const before = Array.from({ length: 200 }, (_, index) => sampleOf(index));
  const changes = fc.array(
    fc.record({ at: fc.nat(199), published: fc.constantFrom("2010-05-01", "2010-05-02", "2011-05-03") }),
    {
      maxLength: 2,
    },
  );
  let kept = 0;
  fc.assert(
    fc.property(changes, fc.nat(2), fc.nat(2), (edited, gone, more) => {
      const after = new Map(before.slice(gone).map((sample) => [sample.id, sample]));
      for (const { at, published } of edited) after.set(`n${at}`, { ...sampleOf(at), published });
      for (let index = 0; index < more; index += 1) after.set(`n${300 + index}`, sampleOf(300 + index));
      for (const hasNames of [true, false]) {
        const [earlier, later] = [before, [...after.values()]].map((some) =>
          digestsOf(
            archiveOf(hasNames ? some : some.map((one) => ({ ...one, entities: [], quotes: [] })), "أ"),
          ),
        );
        for (const [path, { basis, draft }] of later ?? []) {
          const known = earlier?.get(path);
          if (basis === null || known?.basis !== basis) continue;
          if (/\.\d\.html$/.test(path)) kept += 1;
          expect(draft, path).toBe(known.draft);
        }
      }
    }),
    { numRuns: 40 },
  );
  expect(kept).toBeGreaterThan(10);
}, 240_000);

test("the same archive is worked out from the same", () => {
  const sample = {
    id: "a",
    headline: "خبر",
    published: null,
    entities: [names[0]],
    quotes: [],
    words: "أمس",
  };
  const [one, other] = [digestsOf(archiveOf([sample], "أ")), digestsOf(archiveOf([sample], "أ"))];
  expect(one).toEqual(other);
  expect([...one.values()].filter(({ basis }) => basis !== null)).not.toEqual([]);
});

test("one article more about somebody changes no page of those that mention the same, nor of who is named beside", () => {
  const [salma, , hind] = names;
  const sampleOf = (index: number, entities: NonNullable<Sample["entities"]>): Sample => ({
    id: `n${index}`,
    headline: "خبر",
    published: `2020-05-${10 + index}`,
    entities,
    quotes: [],
    words: "أمس",
  });
  const before = Array.from({ length: 12 }, (_, index) => sampleOf(index, [salma, hind]));
  const earlier = digestsOf(archiveOf(before, "أ"));
  const later = digestsOf(archiveOf([...before, sampleOf(12, [salma])], "أ"));
  const others = [...later].filter(([path, { draft }]) => draft !== earlier.get(path)?.draft);
  const named = others.map(([path]) => path).filter((path) => /^(articles|people)/.test(path));
  expect(named.sort()).toEqual([
    "articles/n11.html",
    "articles/n12.html",
    "people/index.html",
    `people/${salma.id}.html`,
  ]);
  const keptAs = (path: string) => [earlier, later].map((digests) => digests.get(path)?.basis);
  for (const path of ["articles/n3.html", `people/${hind.id}.html`]) {
    const [first, second] = keptAs(path);
    expect(first).toEqual(expect.any(String));
    expect(second).toBe(first);
  }
});

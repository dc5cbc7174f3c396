import { expect, test } from "vitest";
import { fullNameOf, indexByWord, type NamedGroup } from "../../src/article/entity-short-names.ts";

function person(name: string, isKnown = false): NamedGroup {
  return { type: "Person", words: name.split(" "), isKnown, isNational: false };
}

function fullName(short: NamedGroup, ...others: NamedGroup[]): string | undefined {
  return fullNameOf(short, indexByWord([short, ...others]))?.words.join(" ");
}

test("a surname, a middle name and a name without its middle are short for a person's full name", () => {
  const full = person("أنطوان الشدياق الحلو");
  expect(fullName(person("الحلو"), full)).toBe("أنطوان الشدياق الحلو");
  expect(fullName(person("الشدياق"), full)).toBe("أنطوان الشدياق الحلو");
  expect(fullName(person("أنطوان الحلو"), full)).toBe("أنطوان الشدياق الحلو");
});

test("a given name alone, words in another order and a name that lists know stand for themselves", () => {
  const full = person("أنطوان الشدياق الحلو");
  expect(fullName(person("أنطوان"), full)).toBeUndefined();
  expect(fullName(person("الحلو أنطوان"), full)).toBeUndefined();
  expect(fullName(person("الحلو", true), full)).toBeUndefined();
});

test("a short name that two people share is neither's", () => {
  expect(fullName(person("الحلو"), person("أنطوان الحلو"), person("سامي الحلو"))).toBeUndefined();
});

test("a short name of a name that has a fuller form itself belongs to the fullest", () => {
  const name = fullName(person("الحلو"), person("الشدياق الحلو"), person("أنطوان الشدياق الحلو"));
  expect(name).toBe("أنطوان الشدياق الحلو");
});

test("an organization's first word is short for its two", () => {
  const club: NamedGroup = {
    type: "Organization",
    words: ["الوفاق", "البيضاوي"],
    isKnown: false,
    isNational: false,
  };
  expect(fullName({ type: "Organization", words: ["الوفاق"], isKnown: false, isNational: false }, club)).toBe(
    "الوفاق البيضاوي",
  );
  expect(
    fullName({ type: "Organization", words: ["البيضاوي"], isKnown: false, isNational: false }, club),
  ).toBeUndefined();
  expect(fullName(person("الوفاق"), club)).toBeUndefined();
});

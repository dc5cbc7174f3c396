/** Values of the letters from א on, final forms as their plain ones. */
const letterValues: Readonly<Record<string, number>> = {
  א: 1,
  ב: 2,
  ג: 3,
  ד: 4,
  ה: 5,
  ו: 6,
  ז: 7,
  ח: 8,
  ט: 9,
  י: 10,
  כ: 20,
  ך: 20,
  ל: 30,
  מ: 40,
  ם: 40,
  נ: 50,
  ן: 50,
  ס: 60,
  ע: 70,
  פ: 80,
  ף: 80,
  צ: 90,
  ץ: 90,
  ק: 100,
  ר: 200,
  ש: 300,
  ת: 400,
};

const numeral = /^[\u05d0-\u05ea]{1,5}["”״][\u05d0-\u05ea]$/u;
const letters = /[\u05d0-\u05ea]/gu;

/**
 * The value of a number in Hebrew letters with its gershayim (תשפ"א is 781); null when it is none: its letters go from
 * the greater to the less, and a word's abbreviation seldom does.
 */
export function readHebrewNumeral(word: string): number | null {
  return numeral.test(word) ? sumOf(word) : null;
}

/** The value of one letter, which has a geresh after it in the text (ט׳). */
export function readHebrewLetter(word: string): number | null {
  return word.length === 1 ? (letterValues[word] ?? null) : null;
}

function sumOf(word: string): number | null {
  let sum = 0;
  let before = 400;
  for (const letter of word.match(letters) ?? []) {
    const value = letterValues[letter] ?? 0;
    if (value === 0 || value > before || (value === before && value < 400)) return null;
    sum += value;
    before = value;
  }
  return sum;
}

import { remember } from "../remember.ts";

/*
 * Runs in the browser as well as in the build: no import of Node's.
 */

/** Tashkeel, Quranic marks, superscript alef, combining hamza and madda, tatweel, ZWNJ/ZWJ, bidi controls. */
const ignored =
  /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu;
const varying = /[آأإٱىیېےۍةۀەکڪؤئ٠-٩۰-۹]/gu;

const plain: Readonly<Record<string, string>> = {
  آ: "ا",
  أ: "ا",
  إ: "ا",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ې: "ي",
  ے: "ي",
  ۍ: "ي",
  ة: "ه",
  ۀ: "ه",
  ە: "ه",
  ک: "ك",
  ڪ: "ك",
  ؤ: "ء",
  ئ: "ء",
};

/**
 * Makes the spellings of an Arabic-script word alike, as Lucene's ArabicNormalizer does (tashkeel and tatweel dropped;
 * alef forms, ya and alef maqsura, ta marbuta and ha made one), and further: the seats of hamza (شؤون, شئون), Persian
 * and Urdu ya and kaf, and Arabic-Indic digits. For comparing only: the text that is shown stays as written.
 */
export const foldArabic: (word: string) => string = remember((word) =>
  word
    .normalize("NFC")
    .replace(ignored, "")
    .replace(varying, (letter) => plain[letter] ?? String(letter.charCodeAt(0) & 0xf))
    .toLowerCase(),
);

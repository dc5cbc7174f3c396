import { once } from "../../once.ts";
import type { NameHead, NameLanguage } from "../name-language.ts";
import { plainWords, readNameLists } from "../name-lists.ts";
import { words } from "../speech-language.ts";
import { readWords } from "../word-list.ts";
import { casesOf, suffixLength } from "./endings.ts";

const inCases = (list: string): string[] => words(list).flatMap(casesOf);

/** In Turkish the noun that tells the kind stands at the end of a name. */
const heads = [
  {
    id: "tr/name/institution",
    example: "Dışişleri Bakanlığı",
    words: [
      ...inCases(
        "bakanlığı üniversitesi bankası mahkemesi kurulu konseyi komisyonu birliği partisi federasyonu derneği vakfı odası müdürlüğü başkanlığı valiliği belediyesi kaymakamlığı hastanesi ajansı gazetesi kulübü şirketi grubu örgütü teşkilatı meclisi ordusu kuvvetleri enstitüsü akademisi merkezi kurumu sendikası dairesi büyükelçiliği konsolosluğu savcılığı başsavcılığı parlamentosu senatosu lisesi okulu fakültesi müzesi ofisi fonu komitesi komutanlığı emniyeti rasathanesi tabipliği barosu borsası hareketi cephesi dergisi televizyonu yayınevi orkestrası tiyatrosu müsteşarlığı temsilciliği derneği platformu",
      ),
      ...words("holding spor fm tv"),
    ],
    type: "Organization",
    takes: "phrase",
  },
  {
    id: "tr/name/place",
    example: "Taksim Meydanı",
    words: inCases(
      "havalimanı havaalanı limanı stadyumu stadı köprüsü meydanı caddesi sokağı denizi gölü nehri dağı dağları adası adaları körfezi boğazı vadisi çölü mahallesi parkı istasyonu kalesi sarayı camii camisi çayı ovası barajı garı salonu şeridi yarımadası tüneli otoyolu cezaevi mezarlığı geçidi platosu",
    ),
    type: "Place",
    takes: "phrase",
  },
  {
    id: "tr/name/event",
    example: "Antalya Film Festivali",
    words: inCases(
      "festivali kupası şampiyonası savaşı zirvesi konferansı fuarı olimpiyatları oyunları ligi forumu kasırgası depremi bienali maratonu devrimi katliamı ayaklanması turnuvası kurultayı sempozyumu",
    ),
    type: "Event",
    takes: "phrase",
  },
  {
    id: "tr/name/thing",
    example: "Paris Anlaşması",
    words: inCases(
      "anlaşması ödülü ödülleri antlaşması sözleşmesi protokolü yasası kanunu madalyası bildirgesi anayasası aşısı",
    ),
    type: "Thing",
    takes: "phrase",
  },
] as const satisfies readonly NameHead[];

export const turkishNames = once(
  (): NameLanguage => ({
    lang: "tr",
    ...plainWords,
    ...readNameLists("tr"),
    givenPrefixes: null,
    heads,
    constructs: ["ve", "ile"],
    phraseStops: readWords("tr/words/stops.txt"),
    placeOpeners: [],
    endings: [],
    commonGiven: () => false,
    // Cases stand at the end of a word, so that no small word before a name tells what it is.
    capitals: {
      articles: new Set(),
      of: new Set(),
      and: new Set(["ve"]),
      regions: new Set(["arap", "afrika", "avrupa", "asya"]),
      locatives: new Set(),
      placePrepositions: new Set(),
    },
    endingLength: suffixLength,
  }),
);

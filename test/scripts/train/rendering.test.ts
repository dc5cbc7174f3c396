import { describe, expect, test } from "vitest";
import type { CorpusToken } from "../../../scripts/train/corpus.ts";
import { joinTexts, renderRunning, renderSplit } from "../../../scripts/train/rendering.ts";
import type { NameType } from "../../../src/article/tagger/labels.ts";

/** `word/B-Person` is the first token of a name, `word/I-Person` one of its further tokens. */
function sentence(tagged: string): { tokens: CorpusToken[] } {
  return {
    tokens: tagged.split(" ").map((pair) => {
      const [text = "", tag] = pair.split("/");
      const types = {
        Person: "Person",
        Place: "Place",
        Organization: "Organization",
      } as const satisfies Record<string, NameType>;
      const type = Object.values(types).find((name) => tag?.endsWith(name));
      return { text, name: type === undefined ? null : { type, begins: tag?.startsWith("B") === true } };
    }),
  };
}

function slices({ text, names }: ReturnType<typeof renderRunning>): string[] {
  return names.map(({ start, end }) => text.slice(start, end));
}

const none = new Map<string, number>();

describe("renderRunning", () => {
  test("joins particles to their words and leaves them out of names", () => {
    const rendered = renderRunning(
      sentence("و قال بوش/B-Person ل الامم/B-Organization المتحدة/I-Organization"),
      none,
    );
    expect(rendered.text).toBe("وقال بوش للامم المتحدة");
    expect(slices(rendered)).toEqual(["بوش", "لامم المتحدة"]);
  });

  test("joins pronouns to their words, ta marbuta opened", () => {
    expect(renderRunning(sentence("في مجموعة ه علي ها"), none).text).toBe("في مجموعته عليها");
  });

  test("prints marks as newspapers do", () => {
    const rendered = renderRunning(sentence('قال ( رويترز/B-Organization ) : " نعم " .'), none);
    expect(rendered.text).toBe('قال (رويترز): "نعم".');
    expect(slices(rendered)).toEqual(["رويترز"]);
  });
});

describe("renderSplit", () => {
  test("keeps every token apart", () => {
    const rendered = renderSplit(sentence("و لبنان/B-Place"), none);
    expect(rendered.text).toBe("و لبنان");
    expect(slices(rendered)).toEqual(["لبنان"]);
  });
});

describe("joinTexts", () => {
  test("shifts the names of later texts", () => {
    const part = renderSplit(sentence("في لبنان/B-Place"), none);
    expect(slices(joinTexts([part, part]))).toEqual(["لبنان", "لبنان"]);
  });
});

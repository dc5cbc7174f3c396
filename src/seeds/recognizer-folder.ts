import { stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { Place } from "../model/place.ts";
import { errorAt, type Outcome } from "../model/problem.ts";
import { type RecognizerFolder, recognizerFiles, recognizerPackages } from "../model/recognizer.ts";

/** Looks whether the model that INDEX.md names is there, and what runs it. Nothing is loaded yet. */
export async function findRecognizer(
  seedsDir: string,
  said: { path: string; place: Place },
): Promise<Outcome<RecognizerFolder | null>> {
  const path = resolve(seedsDir, said.path);
  const has = async (name: string): Promise<boolean> => {
    return await stat(join(path, name)).then(
      (found) => found.isFile(),
      () => false,
    );
  };
  const { config, tokenizer, models } = recognizerFiles;
  const missing: string[] = [];
  for (const name of [config, tokenizer]) if (!(await has(name))) missing.push(name);
  if (!(await Promise.all(models.map(has))).includes(true)) missing.push(models[2]);
  if (missing.length > 0) {
    const reason = `"${said.path}" holds no model: ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing`;
    const remedy =
      "export a token-classification model to that folder with optimum-cli export onnx, or take the line out";
    return { value: null, problems: [errorAt(said.place, "recognizer/folder", reason, remedy)] };
  }
  const absent = recognizerPackages.filter((name) => !isInstalled(name));
  if (absent.length > 0) {
    const reason = `running a model needs ${absent.join(" and ")}, which ${absent.length === 1 ? "is" : "are"} not installed`;
    const remedy = `run npm install ${absent.join(" ")}, or take the line out`;
    return { value: null, problems: [errorAt(said.place, "recognizer/package", reason, remedy)] };
  }
  return { value: { path, id: basename(path) }, problems: [] };
}

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

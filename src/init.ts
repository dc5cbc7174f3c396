import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

const index = `---
title: أرشيفي
lang: ar
description: أرشيف أخبار أُنشئ بورّاق
---

هذه مقدمة الصفحة الأولى. اكتب هنا ما تشاء.

## أخبار

- [عنوان الخبر الأول](first.txt)
  - date: 2024-01-15
`;

const first = `أعلنت بلدية المدينة، اليوم الاثنين، افتتاح مكتبة عامة جديدة.

وقالت مديرة المكتبة سلمى الخطيب: «أبوابنا مفتوحة للجميع».

ضع نصوصك في مجلد seeds بدل هذا النص، ثم عدّل الملف INDEX.md.
`;

const files: Readonly<Record<string, string>> = { "seeds/INDEX.md": index, "seeds/first.txt": first };

/**
 * Starts a new archive: a seeds folder with an index and a first article.
 * @returns the paths of the files written; null, and nothing written, when the folder holds something already, or is a file
 */
export async function initArchive(dir: string): Promise<string[] | null> {
  const present = await readdir(dir).catch((error: NodeJS.ErrnoException) =>
    error.code === "ENOENT" ? [] : null,
  );
  if (present === null || present.length > 0) return null;
  const paths: string[] = [];
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), content);
    paths.push(join(dir, path));
  }
  return paths;
}

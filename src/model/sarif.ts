import type { Problem } from "./problem.ts";

/**
 * Problems as SARIF 2.1.0, which CI systems show beside the lines that they are about.
 * @param seedsDir the folder as the user named it: paths are made relative to where the command ran
 */
export function makeSarif(problems: readonly Problem[], seedsDir: string, version: string): string {
  const folder = seedsDir.replace(/\/+$/, "");
  const rules = [...new Set(problems.map(({ ruleId }) => ruleId))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Warraq", version, rules: rules.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results: problems.map(({ ruleId, severity, path, line, column, reason, remedy }) => ({
          ruleId,
          ruleIndex: rules.indexOf(ruleId),
          level: severity,
          message: { text: `${reason}; ${remedy}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(path === "" ? folder : `${folder}/${path}`) },
                region: { startLine: line, startColumn: column },
              },
            },
          ],
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

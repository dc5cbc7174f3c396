/** What is used of Eleventy 3, which ships no types. See https://www.11ty.dev/docs/programmatic/ */
declare module "@11ty/eleventy" {
  export interface UserConfig {
    setUseGitIgnore(enabled: boolean): void;
    addTemplate<Data extends object>(
      virtualInputPath: string,
      content: (data: Data) => string | Promise<string>,
      data: object,
    ): void;
  }

  export interface EleventyOptions {
    source: "script" | "cli";
    quietMode: boolean;
    /** False: no configuration file is looked for. */
    configPath: string | false;
    config: (config: UserConfig) => void;
    /** Renders and writes nothing. */
    dryRun: boolean;
  }

  // biome-ignore lint/style/noDefaultExport: so Eleventy exports it
  export default class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions);
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}

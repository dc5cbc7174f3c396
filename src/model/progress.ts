/** What a build does, in its order; the search index is made beside the pages. */
export const buildSteps = ["read", "gather", "plan", "render", "data", "search", "publish"] as const;
export type BuildStep = (typeof buildSteps)[number];

/** Told how much of a step is done, of how much in all; a step begins with none and ends with all. */
export type OnProgress = (step: BuildStep, done: number, total: number) => void;

import type { EntityType } from "../../src/model/article.ts";
import type { NavigationName } from "../../src/model/page.ts";

/** The order in which types are shown. */
export const entityTypes: readonly EntityType[] = ["Person", "Organization", "Place", "Event", "Thing"];

/** The part of the navigation that entities of a type belong to. */
export const sectionOfType = {
  Person: "people",
  Place: "places",
  Organization: "organizations",
  Event: "events",
  Thing: "things",
} as const satisfies Record<EntityType, NavigationName>;

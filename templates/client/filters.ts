import type { Filters, Order, Results } from "./search-engine.ts";

/*
 * The fields that narrow a search. They are selects of the page, filled with the values that the index has; one without a
 * choice stays hidden.
 */

/** A select of ten thousand names helps nobody: those of most articles are offered, and the one that is chosen. */
const mostValues = 200;

export interface FilterFields {
  /** What is chosen. */
  read: () => { filters: Filters; order: Order };
  /** Chooses what an address says. */
  choose: (parameters: URLSearchParams) => void;
  /** Offers the values of an index, with how many articles each would leave. */
  offer: (offered: Pick<Results, "facets" | "choices">) => void;
  /** Names of all fields, as the address has them. */
  names: readonly string[];
}

export function readFilterFields(
  container: HTMLElement,
  lang: string,
  number: Intl.NumberFormat,
  changed: () => void,
): FilterFields {
  const selects = [...container.querySelectorAll("select")];
  const facets = selects.filter(({ name }) => name !== "sort");
  const languages = new Intl.DisplayNames([lang], { type: "language" });
  const years = new Intl.NumberFormat(lang, { useGrouping: false });
  const labelOf = (name: string, value: string): string => {
    if (name === "language") return languages.of(value) ?? value;
    return name === "year" ? years.format(Number(value)) : value;
  };
  const add = (select: HTMLSelectElement, value: string, count: number | null): void => {
    const option = document.createElement("option");
    option.value = value;
    const label = labelOf(select.name, value);
    option.textContent = count === null ? label : `${label} (${number.format(count)})`;
    select.append(option);
  };
  const order = (): Order => {
    const value = selects.find(({ name }) => name === "sort")?.value;
    return value === "newest" || value === "oldest" ? value : "";
  };
  for (const select of selects) select.addEventListener("change", changed);
  return {
    names: selects.map(({ name }) => name),
    read: () => ({
      filters: Object.fromEntries(
        facets.filter(({ value }) => value !== "").map(({ name, value }) => [name, value]),
      ),
      order: order(),
    }),
    choose: (parameters) => {
      for (const select of selects) {
        const value = parameters.get(select.name) ?? "";
        if (value !== "" && ![...select.options].some((option) => option.value === value)) {
          if (select.name === "sort") continue;
          add(select, value, null);
        }
        select.value = value;
        if (value !== "") (select.closest("label") ?? select).hidden = false;
      }
    },
    offer: ({ facets: left, choices }) => {
      for (const select of facets) {
        const chosen = select.value;
        const offered = chosen === "" ? left : choices;
        const values = Object.entries(offered[select.name] ?? {})
          .filter(([value, count]) => count > 0 || value === chosen)
          .sort(([one, first], [other, second]) =>
            select.name === "year" ? Number(other) - Number(one) : second - first || (one < other ? -1 : 1),
          );
        const kept = values.filter(([value], at) => at < mostValues || value === chosen);
        while (select.options.length > 1) select.remove(1);
        for (const [value, count] of kept) add(select, value, count);
        if (chosen !== "" && !kept.some(([value]) => value === chosen)) add(select, chosen, 0);
        select.value = chosen;
        (select.closest("label") ?? select).hidden = kept.length < 2 && chosen === "";
      }
    },
  };
}

import type { EntityCard } from "../../src/model/page.ts";
import type { PageProps } from "../context.ts";
import { entityTypes, sectionOfType } from "./entity-types.ts";
import { Isolated } from "./isolated.tsx";

interface EntityListProps extends PageProps {
  /** Each with what to say of it beside its name. */
  entities: readonly { card: EntityCard; note?: string }[];
}

/** Names that lead to their pages. */
export function EntityList({ page, context, entities }: EntityListProps) {
  return (
    <ul class="entity-list">
      {entities.map(({ card, note }) => (
        <li key={card.entity.id}>
          <a href={context.href(page.path, card.path)}>
            <Isolated page={page} context={context} own={card.entity} text={card.entity.name} />
          </a>
          {note !== undefined && <span class="note">{note}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The same by type, each under a heading of the third rank. */
export function EntitiesByType({ page, context, entities }: EntityListProps) {
  return (
    <div class="entity-groups">
      {entityTypes.map((type) => {
        const own = entities.filter(({ card }) => card.entity.type === type);
        if (own.length === 0) return null;
        return (
          <section key={type}>
            <h3>{context.ui.sections[sectionOfType[type]]}</h3>
            <EntityList page={page} context={context} entities={own} />
          </section>
        );
      })}
    </div>
  );
}

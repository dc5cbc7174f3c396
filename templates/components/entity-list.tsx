import type { EntityCard } from "../../src/model/page.ts";
import type { PageProps } from "../context.ts";
import { entityTypes, sectionOfType } from "./entity-types.ts";
import { Isolated } from "./isolated.tsx";

interface EntityListProps extends PageProps {
  cards: readonly EntityCard[];
  /** What to say of each beside its name. */
  note?: (card: EntityCard) => string;
}

/** Names that lead to their pages. */
export function EntityList({ page, context, cards, note }: EntityListProps) {
  return (
    <ul class="entity-list">
      {cards.map((card) => (
        <li key={card.entity.id}>
          <a href={context.href(page.path, card.path)}>
            <Isolated page={page} context={context} own={card.entity} text={card.entity.name} />
          </a>
          {note !== undefined && <span class="note">{note(card)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The same by type, each under a heading of the third rank. */
export function EntitiesByType({ page, context, cards, note }: EntityListProps) {
  return (
    <div class="entity-groups">
      {entityTypes.map((type) => {
        const own = cards.filter(({ entity }) => entity.type === type);
        if (own.length === 0) return null;
        return (
          <section key={type}>
            <h3>{context.ui.sections[sectionOfType[type]]}</h3>
            <EntityList page={page} context={context} cards={own} {...(note === undefined ? {} : { note })} />
          </section>
        );
      })}
    </div>
  );
}

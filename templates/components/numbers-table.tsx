import type { ComponentChildren } from "preact";
import type { PageProps } from "../context.ts";

interface NumbersTableProps extends PageProps {
  /** What the columns hold; the last one is a number. */
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly ComponentChildren[] }[];
}

/** What a picture shows, as a table for those who do not see it or want to copy it. */
export function NumbersTable({ context, columns, rows }: NumbersTableProps) {
  return (
    <details class="numbers">
      <summary>{context.ui.charts.numbers}</summary>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) =>
                index === 0 ? <th scope="row">{cell}</th> : <td key={columns[index]}>{cell}</td>,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

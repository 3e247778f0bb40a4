/**
 * A list: rows that open, keys `J K Enter E`, a link to the same rows as XLSX. On a narrow screen each row becomes a
 * card whose cells carry the titles of their columns.
 */
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useKeys } from '../keys/use-keys.ts';
import { ExportLink } from './export-link.tsx';
import './list-table.css';
import { PARTS_TEXTS } from './parts.texts.ts';

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  /** CSS width of the column. */
  readonly width?: string;
  readonly align?: 'right';
  /** Left out of the cards of a narrow screen. */
  readonly wideOnly?: boolean;
}

export interface RowGroup<T> {
  readonly key: string;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly rows: readonly T[];
}

export interface ListTableProps<T> {
  /** What the list is of, for those who hear it. */
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly rows?: readonly T[];
  /** Instead of rows: groups of them, each under its own head. */
  readonly groups?: readonly RowGroup<T>[];
  readonly rowKey: (row: T) => string;
  /** Where a row opens, below `/desk`. Null: this row does not open. */
  readonly to?: (row: T) => string | null;
  /** Key of the column that is its link; the first when left out. */
  readonly linkIn?: string;
  /** Address of the same list as XLSX, with its filter: made by `address()`. */
  readonly exportTo?: string;
  /** Shown in the place of the table when there are no rows. */
  readonly empty: ReactNode;
  /** Without the row of titles, as in the queue. */
  readonly bare?: boolean;
  readonly foot?: ReactNode;
  /** Told which row the keys stand on. */
  readonly onChosen?: (row: T | null) => void;
}

export function ListTable<T>(props: ListTableProps<T>) {
  const { label, columns, rowKey, to, exportTo, empty, bare = false, foot, onChosen } = props;
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string | null>(null);
  const groups = props.groups ?? [{ key: 'all', title: null, rows: props.rows ?? [] }];
  const linkIn = props.linkIn ?? columns[0]?.key ?? '';
  const rows = groups.flatMap((group) => group.rows);
  const at = rows.findIndex((row) => rowKey(row) === chosen);

  const move = (step: number): void => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, at === -1 ? 0 : at + step))];
    if (next === undefined) return;
    setChosen(rowKey(next));
    onChosen?.(next);
    document.getElementById(idOf(rowKey(next)))?.scrollIntoView({ block: 'nearest' });
  };
  const open = (row: T): boolean => {
    const target = to?.(row) ?? null;
    if (target !== null) void navigate(target);
    return target !== null;
  };
  useKeys({
    J: () => move(1),
    K: () => move(-1),
    Enter: () => {
      const row = rows[at];
      return row !== undefined && open(row);
    },
    ...(exportTo === undefined ? {} : { E: () => window.location.assign(exportTo) }),
  });

  if (rows.length === 0) return empty;
  return (
    <div className="list">
      <table aria-label={label}>
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} style={{ width }} />
          ))}
        </colgroup>
        <thead className={bare ? 'unseen' : undefined}>
          <tr>
            {columns.map(({ key, title, align }) => (
              <th key={key} scope="col" style={{ textAlign: align }}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            {group.title !== null && (
              <tr className="list-group">
                <th scope="rowgroup" colSpan={columns.length}>
                  <span>
                    <span>{group.title}</span>
                    {group.note !== undefined && <small>{group.note}</small>}
                  </span>
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <Row
                key={rowKey(row)}
                id={idOf(rowKey(row))}
                row={row}
                columns={columns}
                to={to?.(row) ?? null}
                linkIn={linkIn}
                isChosen={rowKey(row) === chosen}
                onPointer={() => void open(row)}
              />
            ))}
          </tbody>
        ))}
      </table>
      {(foot !== undefined || exportTo !== undefined) && (
        <footer>
          <span>{foot}</span>
          {exportTo !== undefined && <ExportLink to={exportTo}>{PARTS_TEXTS.export}</ExportLink>}
        </footer>
      )}
    </div>
  );
}

interface RowProps<T> {
  readonly id: string;
  readonly row: T;
  readonly columns: readonly Column<T>[];
  readonly to: string | null;
  readonly linkIn: string;
  readonly isChosen: boolean;
  readonly onPointer: () => void;
}

function Row<T>({ id, row, columns, to, linkIn, isChosen, onPointer }: RowProps<T>) {
  return (
    <tr
      id={id}
      className={to === null ? undefined : 'opens'}
      data-chosen={isChosen}
      // The link in the row does the same for the keyboard and for those who hear the page.
      onClick={(event) => {
        const isOwn = event.target instanceof Element && event.target.closest('a, button, input');
        const isSelecting = window.getSelection()?.isCollapsed === false;
        if (!isOwn && !isSelecting) onPointer();
      }}
    >
      {columns.map(({ key, title, cell, align, wideOnly }) => (
        <td
          key={key}
          data-title={title}
          data-wide={wideOnly}
          style={align === undefined ? undefined : { textAlign: align }}
        >
          {key === linkIn && to !== null ? <Link to={to}>{cell(row)}</Link> : cell(row)}
        </td>
      ))}
    </tr>
  );
}

function idOf(key: string): string {
  return `row-${key}`;
}

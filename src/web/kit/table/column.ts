import type { ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  label: string;
  /** Said once in the head, in grey, never in the cells. */
  unit?: string;
  /** Drawn in the head in place of the words, which are still read aloud: the scale of a picture in the cells. */
  head?: ReactNode;
  number?: boolean;
  cell: (row: Row) => ReactNode;
  /** The cell as text for export; columns without it are not exported. */
  export?: (row: Row) => string | number | null | undefined;
  /** Name the API sorts by; makes the head a button. */
  sort?: string;
  width?: number | string;
  /** Off until the reader chooses it. */
  optional?: boolean;
  /** Can't be put away: the record's link. */
  fixed?: boolean;
  /** Left out on the phone's cards. */
  deskOnly?: boolean;
}

export function shownColumns<Row>(columns: readonly Column<Row>[], chosen: readonly string[] | null): Column<Row>[] {
  return columns.filter((column) => column.fixed || (chosen ? chosen.includes(column.key) : !column.optional));
}

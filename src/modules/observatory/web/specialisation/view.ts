import type { Overview } from '../../words/specialisation.schema.ts';
import type { SelectionState } from './use-selection.ts';

/** What every view of the page is given. */
export interface ViewProps {
  overview: Overview;
  selection: SelectionState;
}

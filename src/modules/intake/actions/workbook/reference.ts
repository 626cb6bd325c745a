import type { Context } from '#platform/module/module.ts';
import { findReference, inLetters, referenceBody, type ReportReference } from '../../words/report-reference.rules.ts';

const markOf = (context: Context, body: string): string => inLetters(context.installation.secrets.mark(body, `report reference ${context.spaceId}`).slice(0, 7)).slice(0, 10);

/** What stands on a workbook or a printed sheet, so that it is known again whatever it is called by then. */
export function referenceOf(context: Context, reference: ReportReference): string {
  const body = referenceBody(reference);
  return `${body}-${markOf(context, body)}`;
}

/** Null where no reference stands in the text, or none that this space made. */
export function readReference(context: Context, text: string): ReportReference | null {
  const found = findReference(text);
  return found && markOf(context, found.body) === found.mark ? found.reference : null;
}

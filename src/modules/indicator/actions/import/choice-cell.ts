import { parseQuantity } from '#kernel/quantity/parse.ts';
import { unitOf } from '#kernel/quantity/unit.ts';
import { fold } from '#kernel/text/fold.ts';
import type { ImportField } from '#platform/module/module.ts';

/** The allowed value that a cell writes, by itself or in the words of either language; null for none of them. */
export function chosenIn(field: Pick<ImportField, 'choices'>, cell: string): string | null {
  const said = fold(cell);
  if (said === '') return null;
  return field.choices?.find(({ value, label }) => [value, label.zh, label.en].some((word) => fold(word) === said))?.value ?? null;
}

/** The unit that a cell names: `人`, `persons`, `CNY`, `%`, `亿元` is no unit but a scaled one and is refused. */
export function unitIn(cell: string): string | null {
  const text = cell.trim();
  if (unitOf(text)) return text;
  if (/^(无单位|无|none|ratio|index|-)$/i.test(text)) return 'one';
  const read = parseQuantity(`1 ${text}`);
  return read.ok && read.value.quantity.value === '1' && read.value.quantity.operator === '=' ? read.value.quantity.unit : null;
}

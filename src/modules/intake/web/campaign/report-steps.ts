import type { Name } from '#platform/i18n/name.schema.ts';
import type { Edition, FormField } from '../../words/form.schema.ts';

export interface Step {
  key: string;
  label: Name | null;
  fields: FormField[];
}

/** The sections that have fields, in their order; fields without one stand in the first. */
export function stepsOf({ sections, fields }: Pick<Edition, 'sections' | 'fields'>): Step[] {
  const [first] = sections;
  if (!first) return [{ key: 'all', label: null, fields: [...fields] }];
  return sections.map(({ key, label }) => ({ key, label, fields: fields.filter((field) => (field.section ?? first.key) === key) })).filter((step) => step.fields.length > 0);
}

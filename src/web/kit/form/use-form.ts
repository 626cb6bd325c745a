import { useEffect, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import { fieldsOf, isAbove } from '#platform/level/level.rules.ts';
import { isProblem } from '#web/api/problem.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useLevelPolicy } from '#web/session/use-level-policy.ts';
import { problemText } from '#web/kit/state/problem-text.ts';
import { dropDraft, keepDraft, readDraft } from './draft.ts';
import { placedErrors, problemErrors, schemaErrors } from './form-errors.ts';
import type { FormErrors } from './form-errors.ts';
import { valueAt, withValueAt } from './path.ts';

export interface FormOptions<Schema extends z.ZodType> {
  initial: z.input<Schema> | Partial<z.input<Schema>>;
  schema: Schema;
  /** Name under which unsent values are kept on this device. */
  draft?: string;
  submit: (values: z.output<Schema>) => Promise<unknown>;
}

export interface FormState {
  values: unknown;
  errors: FormErrors;
  sending: boolean;
  savedAt: string | null;
  get: (path: string) => unknown;
  set: (path: string, value: unknown) => void;
  discard: () => void;
  send: () => Promise<void>;
  /** Labels of the fields drawn so far, for the list of errors. */
  labels: Map<string, string>;
  /** Paths of fields that take any text. */
  freeText: Set<string>;
  /** Paths whose level is above what may be kept here: they are not offered. */
  aboveCeiling: ReadonlySet<string>;
  /** Counts refusals, so that the summary takes focus each time. */
  refusals: number;
}

export function useForm<Schema extends z.ZodType>({ initial, schema, draft, submit }: FormOptions<Schema>): FormState {
  const text = useText();
  const kept = useRef(draft ? readDraft<unknown>(draft) : null);
  const [values, setValues] = useState<unknown>(kept.current?.values ?? initial);
  const [errors, setErrors] = useState<FormErrors>({});
  const [sending, setSending] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const [savedAt, setSavedAt] = useState<string | null>(kept.current?.savedAt ?? null);
  const touched = useRef(false);
  const labels = useRef(new Map<string, string>());
  const freeText = useRef(new Set<string>());
  const ceiling = useLevelPolicy()?.ceiling ?? null;
  const aboveCeiling = useMemo(() => new Set(ceiling ? fieldsOf(schema, 'public').filter((field) => isAbove(field.level, ceiling)).map((field) => field.path) : []), [schema, ceiling]);
  useEffect(() => {
    if (!draft || !touched.current) return;
    const timer = setTimeout(() => setSavedAt(keepDraft(draft, values)), 600);
    return () => clearTimeout(timer);
  }, [draft, values]);
  const refuse = (found: FormErrors) => {
    setErrors(placedErrors(found, labels.current));
    setRefusals((count) => count + 1);
  };
  const forget = () => {
    touched.current = false;
    if (draft) dropDraft(draft);
    setSavedAt(null);
  };
  return {
    values,
    errors,
    sending,
    savedAt,
    refusals,
    labels: labels.current,
    freeText: freeText.current,
    aboveCeiling,
    get: (path) => valueAt(values, path),
    set: (path, value) => {
      touched.current = true;
      setValues((before: unknown) => withValueAt(before, path, value));
      setErrors(({ [path]: _gone, ...others }) => others);
    },
    discard: () => {
      forget();
      setValues(initial);
      setErrors({});
    },
    send: async () => {
      const checked = schema.safeParse(values);
      if (!checked.success) return refuse(schemaErrors(checked.error.issues, values, text));
      setSending(true);
      setErrors({});
      try {
        await submit(checked.data);
        forget();
      } catch (error) {
        if (!isProblem(error)) throw error;
        refuse(error.problems.length > 0 ? problemErrors(error, text) : { '': problemText(error, text) });
      } finally {
        setSending(false);
      }
    },
  };
}

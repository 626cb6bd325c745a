import { useState } from 'react';
import { listSources } from '#modules/registry/words/statement.contract.ts';
import { call } from '#web/api/client.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Combobox } from '#web/kit/form/Combobox.tsx';
import type { ComboboxOption } from '#web/kit/form/Combobox.tsx';
import { SourceDialog } from './SourceDialog.tsx';
import type { SourceRef } from './source-ref.ts';

export async function findSources(words: string, signal: AbortSignal): Promise<ComboboxOption[]> {
  const { items } = await call(listSources, { query: { ...(words ? { q: words } : {}), limit: 12 }, signal });
  return items.map(({ id, title, publisher }) => ({ value: id, label: title, ...(publisher ? { detail: publisher } : {}) }));
}

/** Where a file comes from: a source that is known, or a new one. */
export function SourceChoice({ value, onChange }: { value: SourceRef | null; onChange: (source: SourceRef | null) => void }) {
  const text = useText();
  const [making, setMaking] = useState(false);
  return (
    <div className="field">
      <label className="field-label" htmlFor="import-source">{text('intake.source.label')} <span className="quiet">{text('web.form.optional')}</span></label>
      <Combobox
        key={value?.id ?? ''}
        id="import-source"
        value={value?.id ?? null}
        known={value ? { value: value.id, label: value.title } : null}
        find={findSources}
        placeholder={text('intake.source.find')}
        onChange={(option) => onChange(option ? { id: option.value, title: option.label } : null)}
      />
      <p className="field-help">
        {text('intake.source.why')} <Button kind="quiet" size="small" onClick={() => setMaking(true)}>{text('intake.source.new')}</Button>
      </p>
      <SourceDialog open={making} onClose={() => setMaking(false)} onMade={onChange} />
    </div>
  );
}

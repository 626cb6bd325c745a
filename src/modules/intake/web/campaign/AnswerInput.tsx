import { useState } from 'react';
import { addFile } from '#modules/record/words/file.contract.ts';
import { call } from '#web/api/client.ts';
import { isProblem } from '#web/api/problem.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { FormField } from '../../words/form.schema.ts';
import { choicesIn, isYes } from '../../words/submission-value.rules.ts';
import { useUnit } from './report-words.ts';

export interface AnswerInputProps {
  field: FormField;
  id: string;
  partyId: string;
  value: string;
  described: string | undefined;
  wrong: boolean;
  onChange: (text: string) => void;
}

/** The control that fits the kind of answer; every one of them can be used with the thumb. */
export function AnswerInput({ field, id, partyId, value, described, wrong, onChange }: AnswerInputProps) {
  const text = useText();
  const unit = useUnit()(field);
  const shared = { id, 'aria-describedby': described, 'aria-invalid': wrong ? (true as const) : undefined };
  if (field.type === 'choice' || field.type === 'choices' || field.type === 'yesNo') return <Choices field={field} name={id} value={value} onChange={onChange} />;
  if (field.type === 'file') return <FileAnswer {...shared} partyId={partyId} value={value} onChange={onChange} />;
  if (field.type === 'date') return <input {...shared} className="input" type="date" value={value} onChange={(event) => onChange(event.target.value)} />;
  if (field.type === 'number') {
    const input = <input {...shared} className="input" inputMode="decimal" autoComplete="off" placeholder={field.required ? undefined : text('intake.report.leaveEmpty')} value={value} onChange={(event) => onChange(event.target.value)} />;
    return unit ? <span className="input-holder">{input}<span className="input-unit">{unit}</span></span> : input;
  }
  // What the register holds of an organisation is short; an open question needs room.
  if (field.source.kind === 'record') return <input {...shared} className="input" value={value} onChange={(event) => onChange(event.target.value)} />;
  return <textarea {...shared} className="input" rows={value.length > 60 ? 4 : 2} value={value} onChange={(event) => onChange(event.target.value)} />;
}

function Choices({ field, name, value, onChange }: Pick<AnswerInputProps, 'field' | 'value' | 'onChange'> & { name: string }) {
  const text = useText();
  const word = useName();
  const options = field.type === 'yesNo' ? [{ value: 'yes', label: text('intake.report.yes') }, { value: 'no', label: text('intake.report.no') }] : field.choices.map((choice) => ({ value: choice.value, label: word(choice.label) }));
  const chosen = field.type === 'choices' ? choicesIn(value) : [field.type === 'yesNo' && value !== '' ? (isYes(value) ? 'yes' : 'no') : value];
  const flip = (picked: string): string => (field.type === 'choices' ? (chosen.includes(picked) ? chosen.filter((each) => each !== picked) : [...chosen, picked]).join('\n') : picked);
  return (
    <fieldset className="answer-choices">
      <legend className="visually-hidden">{word(field.label)}</legend>
      {options.map((option) => (
        <label key={option.value} className={chosen.includes(option.value) ? 'answer-choice answer-choice-on' : 'answer-choice'}>
          <input type={field.type === 'choices' ? 'checkbox' : 'radio'} name={name} checked={chosen.includes(option.value)} onChange={() => onChange(flip(option.value))} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

/** The file hangs on the report; the answer says which one it is. */
function FileAnswer({ partyId, value, onChange, ...shared }: { id: string; partyId: string; value: string; 'aria-describedby': string | undefined; onChange: (text: string) => void }) {
  const text = useText();
  const [note, setNote] = useState<string | null>(null);
  const upload = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setNote(text('intake.report.file.sending'));
    try {
      await call(addFile, { params: { kind: 'party', recordId: partyId }, query: { name: file.name }, body: new Uint8Array(await file.arrayBuffer()) });
      onChange(file.name);
      setNote(null);
    } catch (error) {
      setNote(isProblem(error) ? problemText(error, text) : text('intake.report.file.failed'));
    }
  };
  return (
    <div className="stack-tight">
      {value ? <span>{value}</span> : null}
      <input {...shared} type="file" onChange={(event) => void upload(event.target.files?.[0])} />
      {note ? <span className="quiet" role="status">{note}</span> : null}
    </div>
  );
}

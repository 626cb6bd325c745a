import { useBilingual } from '#web/i18n/names.ts';
import type { StageVerdict } from '../../words/stage.schema.ts';

export function AdviceLines({ lines }: Pick<StageVerdict['advice'][number], 'lines'>) {
  const bilingual = useBilingual();
  return <ul>{lines.map((line) => <li key={line.zh}>{bilingual(line)}{line.source ? <span className="quiet small"> {line.source}</span> : null}</li>)}</ul>;
}

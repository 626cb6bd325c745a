import { useText } from '#web/i18n/use-text.ts';

/** Says that what it stands beside was generated and is not real. */
export function SampleTag() {
  const text = useText();
  return <span className="sample" title={text('web.sample.hint')}>{text('web.sample')}</span>;
}

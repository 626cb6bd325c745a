import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { recordSource } from '../../words/formula.rules.ts';
import type { Indicator } from '../../words/indicator.schema.ts';
import { useUnitWord } from '../use-unit-word.ts';

/** What the indicator means: definition, unit, formula, who reports it and on what basis. */
export function AboutCard({ indicator, short = false }: { indicator: Indicator; short?: boolean }) {
  const text = useText();
  const name = useName();
  const unit = useUnitWord();
  const unsaid = <span className="quiet">{text('web.figure.notStated')}</span>;
  const { definition, formula, formulaTerms } = indicator;
  return (
    <Card title={text('indicator.tab.definition')}>
      <p style={{ whiteSpace: 'pre-line' }}>{definition ? name(definition) : <span className="quiet">{text('indicator.trace.noDefinition')}</span>}</p>
      <dl className="facts" style={{ marginTop: 12 }}>
        <dt>{text('indicator.field.key')}</dt>
        <dd><code className="small">{indicator.key}</code></dd>
        <dt>{text('indicator.field.unit')}</dt>
        <dd>{indicator.unit === null ? unsaid : unit(indicator.unit)}</dd>
        <dt>{text('indicator.field.kind')}</dt>
        <dd>{text(`indicator.kind.${indicator.kind}`)}</dd>
        <dt>{text('indicator.field.direction')}</dt>
        <dd>{text(`indicator.direction.${indicator.direction}`)}</dd>
        <dt>{text('indicator.field.periodicity')}</dt>
        <dd>{indicator.periodicity ? text(`indicator.periodicity.${indicator.periodicity}`) : unsaid}</dd>
        {indicator.population ? <><dt>{text('indicator.field.population')}</dt><dd>{indicator.population}</dd></> : null}
        {short ? null : (
          <>
            <dt>{text('indicator.field.timing')}</dt>
            <dd>{indicator.timing ? text(`indicator.timing.${indicator.timing}`) : unsaid}</dd>
            <dt>{text('indicator.field.reportedBy')}</dt>
            <dd>{indicator.reportedBy ? name(indicator.reportedBy) : unsaid}</dd>
            <dt>{text('indicator.field.basis')}</dt>
            <dd>{indicator.basis ? text(`indicator.basis.${indicator.basis}`) : unsaid}</dd>
            <dt>{text('indicator.field.source')}</dt>
            <dd>{indicator.sourceTitle ?? unsaid}</dd>
            {indicator.aliases.length > 0 ? (
              <>
                <dt>{text('indicator.field.aliases')}</dt>
                <dd>{indicator.aliases.join(text('web.listComma'))}</dd>
              </>
            ) : null}
          </>
        )}
      </dl>
      {formula ? (
        <>
          <h3 style={{ marginTop: 12 }}>{text('indicator.field.formula')}</h3>
          <p><code>{formula}</code></p>
          <ul className="line-list">
            {formulaTerms.map((term) => <li key={term.key}>{recordSource(term.key) ? <code>{term.key}</code> : term.id && term.name ? <PageLink href={`/indicators/${term.id}`}>{name(term.name)}</PageLink> : <span className="warning">{text('indicator.formula.unknownTerm', { key: term.key })}</span>}</li>)}
          </ul>
        </>
      ) : null}
    </Card>
  );
}

import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import type { Ref } from '../../../words/record.schema.ts';
import type { ClusterStructure } from '../../../words/structure.schema.ts';

/** Functions and fields with who answers for them; a gap and an overlap are said in words. */
export function DivisionCard({ structure }: { structure: ClusterStructure }) {
  const text = useText();
  const name = useName();
  const names = (refs: readonly Ref[]) => refs.map((ref) => name(ref.name)).join(text('web.listComma'));
  const { subOrganisations: subs } = structure;
  return (
    <>
      <Card title={text('registry.structure.functions')} caption={text('registry.structure.functions.hint')}>
        <dl className="facts">
          {structure.functions.map(({ function: key, by }) => <Line key={key} label={text(`registry.promotionFunction.${key}`)} who={names(by)} count={by.length} />)}
        </dl>
      </Card>
      <Card title={text('registry.structure.fields')} note={subs.total > 0 ? text('registry.structure.subs', { ...subs, unnamed: subs.total - subs.named }) : undefined}>
        {structure.fields.length > 0 ? (
          <dl className="facts">
            {structure.fields.map((each) => <Line key={each.field} label={each.field} who={each.subOrganisations > 0 ? text('registry.structure.bySubs', { names: names(each.by), count: each.subOrganisations }) : names(each.by)} count={each.by.length} />)}
          </dl>
        ) : (
          <p className="quiet">{text('registry.structure.fields.none')}</p>
        )}
        {structure.undivided.length > 0 ? <p className="small muted">{text('registry.structure.undivided', { names: names(structure.undivided) })}</p> : null}
      </Card>
      <Card title={text('registry.structure.alliances')}>
        <p>{structure.alliances.items.length > 0 ? names(structure.alliances.items) : <span className="quiet">{text('registry.structure.alliances.noneNamed')}</span>}</p>
        {structure.alliances.verdict === 'inRange' ? null : <p className="warning small row-tight"><Icon name="warning" size={14} />{text(`registry.structure.alliances.${structure.alliances.verdict}`)}</p>}
      </Card>
    </>
  );
}

function Line({ label, who, count }: { label: string; who: string; count: number }) {
  const text = useText();
  return (
    <div className="facts-pair">
      <dt>{label}</dt>
      <dd>
        {count === 0 ? <span className="warning row-tight"><Icon name="warning" size={14} />{text('registry.structure.gap')}</span> : who}
        {count > 1 ? <span className="small quiet"> {text('registry.structure.overlap', { count })}</span> : null}
      </dd>
    </div>
  );
}

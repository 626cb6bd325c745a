import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { IconButton } from '#web/kit/Button.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { VerdictList } from '#web/kit/VerdictList.tsx';
import { listSpecialisationCells } from '../../words/specialisation.contract.ts';
import type { ViewProps } from './view.ts';
import { useNumber } from './use-number.ts';

/** The four clauses of the rule on the chosen cell, each with value, threshold and outcome. */
export function ClauseCard({ overview, selection }: ViewProps) {
  const text = useText();
  const name = useName();
  const { number } = useNumber();
  const [region, industry] = selection.read('cell')?.split('~') ?? [];
  const query = useRoute(listSpecialisationCells, { params: { crossTableId: overview.table.id }, query: { ...selection.query, ...(region ? { regions: region } : {}), ...(industry ? { industry } : {}), limit: 1 } }, { enabled: region !== undefined && industry !== undefined, keepPrevious: true });
  if (!region || !industry) return null;
  return (
    <Loaded query={query} what={text('observatory.specialisation.clauses')} lines={6}>
      {({ items: [cell] }) =>
        cell ? (
          <Card title={`${name(cell.region.name) || cell.region.code} · ${name(cell.industry.name) || cell.industry.code}`} note={text(`observatory.specialisation.strong.${cell.strong}`)} actions={<IconButton icon="cross" label={text('web.close')} onClick={() => selection.set({ cell: undefined })} />} caption={text(overview.rule.tried ? 'observatory.specialisation.ruleTried' : overview.rule.productDefault ? 'observatory.specialisation.ruleDefault' : 'observatory.specialisation.ruleFrom', { from: overview.rule.validFrom ?? '' })}>
            <div className="clauses-across">
              <VerdictList
                clauses={cell.clauses.map(({ key, value, threshold, outcome }) => ({
                  id: key,
                  verdict: outcome === 'notJudged' ? 'unknown' : outcome,
                  clause: text(`observatory.specialisation.clause.${key}`),
                  value: text('observatory.specialisation.clause.said', { value: number(value), threshold: `${key === 'quotientQuantile' || key === 'quotientAtLeast' ? '≥' : '>'} ${number(threshold)}` }),
                  distance: text(`observatory.specialisation.outcome.${outcome}`),
                }))}
              />
            </div>
          </Card>
        ) : null
      }
    </Loaded>
  );
}

import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { useMay } from '#web/session/use-session.ts';
import type { Indicator } from '../../words/indicator.schema.ts';
import { listCrossSection } from '../../words/reading.contract.ts';
import { useUnitWord } from '../use-unit-word.ts';
import { DistributionCard } from './DistributionCard.tsx';
import { MixedNotice } from './MixedNotice.tsx';
import { SectionBar } from './SectionBar.tsx';
import { SectionMap } from './SectionMap.tsx';
import { SectionTable } from './SectionTable.tsx';
import { useSection, type SubjectGroup } from './use-section.ts';

/** One period of one kind of subject: map, distribution and table of the same figures. */
export function PictureTab({ indicator }: { indicator: Indicator }) {
  const text = useText();
  const section = useSection(indicator.id);
  const mayImport = useMay('import.create');
  const { query, group, period } = section;
  if (query.error) return <ErrorState what={text('indicator.tab.picture')} problem={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <LoadingSkeleton lines={8} />;
  return (
    <div className="stack">
      {group || section.asOf ? <SectionBar section={section} /> : null}
      {group && period ? (
        <Pictured key={`${group.subjectKind} ${group.system}`} indicator={indicator} group={group} period={period.period} asOf={section.asOf} />
      ) : (
        <section className="card"><EmptyState title={text('indicator.series.empty')} action={mayImport && !indicator.computed ? <ButtonLink icon="upload" href="/imports">{text('indicator.series.import')}</ButtonLink> : null}>{text(indicator.computed ? 'indicator.computed.empty' : 'indicator.series.empty.hint')}</EmptyState></section>
      )}
    </div>
  );
}

function Pictured({ indicator, group, period, asOf }: { indicator: Indicator; group: SubjectGroup; period: string; asOf: string | undefined }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const unitWord = useUnitWord();
  const list = useList(listCrossSection, { params: { indicatorId: indicator.id }, query: { period, subjectKind: group.subjectKind, ...(group.system ? { system: group.system } : {}), ...(asOf ? { asOf } : {}), limit: 500 } });
  if (list.error && list.items.length === 0) return <ErrorState what={text('indicator.tab.picture')} problem={list.error} retry={list.retry} />;
  if (list.loading) return <LoadingSkeleton lines={12} />;
  // Figures of another unit than most are in the table and in no picture.
  const unit = indicator.unit ?? list.items.find((value) => value.unit !== null)?.unit ?? null;
  const drawn = list.items.filter((value) => value.unit === null || value.unit === unit);
  const title = text('indicator.section.title', { name: name(indicator.name), period: format.period(period) });
  return (
    <>
      <MixedNotice values={list.items} />
      <div className="indicator-pictures">
        <SectionMap title={title} values={drawn} code={unit} unit={unitWord(unit)} source={indicator.sourceTitle ?? text('indicator.list')} subjectKind={group.subjectKind} system={group.system} />
        <DistributionCard values={drawn} unit={unit} />
      </div>
      <SectionTable indicator={indicator} list={list} period={period} asOf={asOf} unit={unitWord(unit)} />
    </>
  );
}

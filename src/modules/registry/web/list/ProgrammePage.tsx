import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { RecordPage } from '#web/kit/record/RecordPage.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { getProgramme } from '../../words/list.contract.ts';
import type { Programme } from '../../words/list.schema.ts';
import { AliasCard } from '../record/AliasCard.tsx';
import { CompositionsCard } from '../record/CompositionsCard.tsx';
import { HistoryCard } from '../record/HistoryCard.tsx';
import { StatementsTab, useStatements } from '../record/StatementsTab.tsx';
import { useMayOn } from '../use-may-on.ts';
import { programmePath, useProgrammePlace, useYears } from './list-words.ts';
import '../registry.css';

export default function ProgrammePage() {
  const text = useText();
  const { programmeId } = usePageParams('programmeId');
  const query = useRoute(getProgramme, { params: { programmeId } });
  return <Loaded query={query} what={text('registry.recordKind.programme')} lines={8}>{(programme) => <Portrait key={programme.id} programme={programme} />}</Loaded>;
}

function Portrait({ programme }: { programme: Programme }) {
  const text = useText();
  const name = useName();
  const years = useYears();
  const place = useProgrammePlace();
  const subject = { subjectKind: 'programme', subjectId: programme.id } as const;
  const statements = useStatements(subject);
  const may = useMayOn({ visibility: programme.visibility, territories: [], clusters: [], organisations: [] });
  const mayUpdate = may('programme.update') && programme.archivedAt === null;
  const unstated = <span className="quiet">{text('web.figure.notStated')}</span>;
  return (
    <RecordPage
      kind="programme"
      title={name(programme.name)}
      breadcrumb={[{ label: text('registry.programme.list'), href: '/programmes' }]}
      sample={programme.sample}
      scope={[[programme.name.zh, programme.name.en].find((each) => each !== name(programme.name)), place(programme), years(programme)].filter(Boolean).join(' · ')}
      primary={mayUpdate ? <ButtonLink kind="primary" icon="edit" href={`${programmePath(programme.id)}/edit`}>{text('registry.programme.edit')}</ButtonLink> : undefined}
      tabs={[
        {
          key: 'overview',
          label: text('registry.tab.overview'),
          content: () => (
            <>
              <Card title={text('registry.programme.about')}>
                <dl className="facts facts-pairs">
                  <dt>{text('registry.programme.where')}</dt>
                  <dd>{programme.countryRef ? <PageLink href={`/territories/${programme.countryRef.id}`}>{name(programme.countryRef.name)}</PageLink> : null}{programme.countryRef && programme.region ? ' · ' : ''}{programme.region}{programme.countryRef || programme.region ? '' : unstated}</dd>
                  <dt>{text('registry.programme.years')}</dt>
                  <dd>{years(programme) ?? unstated}</dd>
                  <dt>{text('registry.programme.lead')}</dt>
                  <dd>{programme.leadDepartment ?? unstated}</dd>
                </dl>
                {programme.description ? <p style={{ marginTop: 12, whiteSpace: 'pre-line' }}>{programme.description}</p> : null}
              </Card>
              <CompositionsCard {...subject} mayAdd={mayUpdate} />
            </>
          ),
        },
        { key: 'statements', label: text('registry.tab.statements'), count: statements.total, content: () => <StatementsTab {...subject} statements={statements} mayAdd={mayUpdate} mayChoose={may('statement.choose')} /> },
        { key: 'aliases', label: text('registry.tab.aliases'), content: () => <AliasCard {...subject} mayUpdate={mayUpdate} /> },
        { key: 'history', label: text('registry.tab.history'), content: () => <HistoryCard {...subject} /> },
      ]}
      side={() => (
        <>
          {programme.countryRef ? (
            <Card title={text('registry.tab.related')}>
              <ul className="line-list">
                <li><RecordLink kind="territory" marked href={`/territories/${programme.countryRef.id}`} name={name(programme.countryRef.name)} /></li>
                <li><PageLink href={`/programmes?country=${programme.countryRef.id}`}>{text('registry.programme.sameCountry')}</PageLink></li>
              </ul>
            </Card>
          ) : null}
          <HistoryCard {...subject} short />
        </>
      )}
      sideLabel={text('registry.tab.related')}
    />
  );
}

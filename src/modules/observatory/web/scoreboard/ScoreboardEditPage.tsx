import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo, usePageParams } from '#web/router/use-search.ts';
import { getScoreboard, updateScoreboard } from '../../words/scoreboard.contract.ts';
import type { Scoreboard } from '../../words/scoreboard.schema.ts';
import { scoreboardForm } from './scoreboard-form.ts';
import { ScoreboardForm } from './ScoreboardForm.tsx';

/** Name, purpose, owner and visibility of a scoreboard. */
export default function ScoreboardEditPage() {
  const text = useText();
  const { scoreboardId } = usePageParams('scoreboardId');
  const query = useRoute(getScoreboard, { params: { scoreboardId } });
  return <Loaded query={query} what={text('observatory.recordKind.scoreboard')}>{(scoreboard) => (scoreboard.mayManage ? <Edit scoreboard={scoreboard} /> : <NoPermission thing={text('observatory.scoreboard.edit')} />)}</Loaded>;
}

function Edit({ scoreboard }: { scoreboard: Scoreboard }) {
  const text = useText();
  const name = useName();
  const go = useGo();
  const back = `/scoreboards/${scoreboard.id}`;
  const { name: called, purpose, territory, cluster, visibility } = scoreboard;
  const update = useWrite(updateScoreboard, { touches: ['scoreboardEdition', 'scoreboardRun'], onDone: () => go(back) });
  const form = useForm({
    initial: { name: called, purpose, territoryId: territory?.id ?? null, clusterId: cluster?.id ?? null, visibility },
    schema: scoreboardForm,
    submit: (body) => update.mutateAsync({ params: { scoreboardId: scoreboard.id }, body, ifMatch: scoreboard.version }),
  });
  const known = (ref: Scoreboard['territory']) => (ref ? { value: ref.id, label: name(ref.name) } : null);
  return (
    <div className="stack">
      <PageHead title={text('observatory.scoreboard.edit')} breadcrumb={[{ label: text('observatory.scoreboard.list'), href: '/scoreboards' }, { label: name(called), href: back }]} />
      <ScoreboardForm form={form} submit={text('observatory.scoreboard.edit.do')} cancel={back} territory={known(territory)} cluster={known(cluster)} />
    </div>
  );
}

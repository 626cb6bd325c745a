import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { createScoreboard } from '../../words/scoreboard.contract.ts';
import { newScoreboardForm } from './scoreboard-form.ts';
import { ScoreboardForm } from './ScoreboardForm.tsx';

/** A name, what is compared and whose it is; the tree is built in the studio. */
export default function ScoreboardNewPage() {
  const text = useText();
  const go = useGo();
  const { session } = useSession();
  const may = useMay('scoreboard.manage');
  const create = useWrite(createScoreboard, { onDone: (made) => go(`/scoreboards/${made.id}/studio`) });
  const form = useForm({ initial: { subjectKind: 'territory', visibility: 'internal' }, schema: newScoreboardForm, draft: 'scoreboard.new', submit: (body) => create.mutateAsync({ body }) });
  if (session && !may) return <NoPermission thing={text('observatory.scoreboard.new')} />;
  return (
    <div className="stack">
      <PageHead title={text('observatory.scoreboard.new')} breadcrumb={[{ label: text('observatory.scoreboard.list'), href: '/scoreboards' }]} scope={text('observatory.scoreboard.new.scope')} />
      <ScoreboardForm form={form} kinds submit={text('observatory.scoreboard.new.do')} cancel="/scoreboards" />
    </div>
  );
}

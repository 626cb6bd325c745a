import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useMay, useSession, useSessionDeeds } from '#web/session/use-session.ts';

/** A space without records: look at the sample, bring one's own file, bring one's people. */
export function FirstSteps({ importPath }: { importPath: string | null }) {
  const text = useText();
  const name = useName();
  const deeds = useSessionDeeds();
  const { session } = useSession();
  const mayInvite = useMay('person.create');
  const sample = session?.spaces.find((space) => space.kind === 'sample' && space.id !== session.space?.id);
  const steps = [
    { key: 'sample', deed: sample ? <Button icon="eye" onClick={() => void deeds.switchSpace(sample.id)}>{text('publication.start.sample.do', { name: name(sample.name) })}</Button> : null },
    { key: 'import', deed: importPath ? <ButtonLink kind="primary" icon="download" href={importPath}>{text('publication.start.import.do')}</ButtonLink> : null },
    { key: 'invite', deed: mayInvite ? <ButtonLink icon="person" href="/administration/people/new">{text('publication.start.invite.do')}</ButtonLink> : null },
  ] as const;
  return (
    <Card title={text('publication.start')} note={text('publication.start.note')} flush>
      <ol className="home-steps">
        {steps.map(({ key, deed }, index) => (
          <li key={key}>
            <span className="home-step-number" aria-hidden="true">{index + 1}</span>
            <div className="grow">
              <h3>{text(`publication.start.${key}`)}</h3>
              <p className="muted">{text(`publication.start.${key}.hint`)}</p>
              {deed ? null : <p className="small quiet">{text(`publication.start.${key}.notNow`)}</p>}
            </div>
            {deed}
          </li>
        ))}
      </ol>
    </Card>
  );
}

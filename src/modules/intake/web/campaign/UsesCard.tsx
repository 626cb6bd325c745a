import { useState } from 'react';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { addRelease, getUses, revokeRelease } from '../../words/party.contract.ts';
import { releasePurposes, type Party, type ReleasePurpose } from '../../words/party.schema.ts';

/** Who may see the figures and why, what the firm itself opened, and who really looked. */
export function UsesCard({ party }: { party: Party }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const query = useRoute(getUses, { params: { partyId: party.id } });
  const [purpose, setPurpose] = useState<ReleasePurpose>('policyFit');
  const add = useWrite(addRelease, { touches: ['party'] });
  const revoke = useWrite(revokeRelease, { touches: ['party'] });
  const problem = add.error ?? revoke.error;
  return (
    <Loaded query={query} what={text('intake.report.tab.uses')}>
      {(uses) => (
        <div className="stack">
          <Card title={text('intake.uses.duty')} caption={text(`intake.uses.basis.${uses.basis}`)}>
            {uses.purpose ? <p>{name(uses.purpose)}</p> : null}
            <ol className="plain-list">{uses.levels.filter(({ holder }) => holder !== '').map((level) => <li key={level.level}>{name(level.holderName)}</li>)}</ol>
          </Card>
          <Card title={text('intake.uses.releases')} note={String(uses.releases.filter(({ revokedAt }) => revokedAt === null).length)}>
            <div className="stack">
              {uses.releases.length === 0 ? <p className="quiet">{text('intake.uses.noReleases')}</p> : null}
              <ul className="plain-list">
                {uses.releases.map((release) => (
                  <li key={release.id} className="row">
                    <span>{text(`intake.purpose.${release.purpose}`)} <span className="quiet">{release.until ? text('intake.uses.until', { day: format.date(release.until) }) : ''} {release.releasedByName} · {format.date(release.releasedAt)}</span></span>
                    {release.revokedAt ? <span className="quiet push">{text('intake.uses.revoked', { day: format.date(release.revokedAt) })}</span> : party.mayRelease ? <span className="push"><Button size="small" busy={revoke.isPending} onClick={() => revoke.mutate({ params: { partyId: party.id, releaseId: release.id } })}>{text('intake.uses.revoke')}</Button></span> : null}
                  </li>
                ))}
              </ul>
              {party.mayRelease ? (
                <div className="row">
                  <label className="row-tight">{text('intake.uses.for')} <select className="input" value={purpose} onChange={(event) => setPurpose(event.target.value as ReleasePurpose)}>{releasePurposes.map((value) => <option key={value} value={value}>{text(`intake.purpose.${value}`)}</option>)}</select></label>
                  <Button busy={add.isPending} onClick={() => add.mutate({ params: { partyId: party.id }, body: { purpose } })}>{text('intake.uses.release')}</Button>
                </div>
              ) : null}
              {problem ? <p className="field-error" role="alert">{problemText(problem, text)}</p> : null}
            </div>
          </Card>
          <Card title={text('intake.uses.reads')} note={String(uses.uses.length)}>
            {uses.uses.length === 0 ? <p className="quiet">{text('intake.uses.noReads')}</p> : <ul className="plain-list">{uses.uses.map((use) => <li key={use.id}>{use.personName} <span className="quiet">{name(use.holderName)} · {format.moment(use.usedAt)}</span></li>)}</ul>}
          </Card>
        </div>
      )}
    </Loaded>
  );
}

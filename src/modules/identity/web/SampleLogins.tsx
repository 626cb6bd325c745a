import { useText } from '#web/i18n/use-text.ts';
import { Chip } from '#web/kit/Chip.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { sampleLogins, sampleRoles } from '../identity.rules.ts';

/** One chip for each role of the sample; the password stays where only whoever started the product sees it. */
export function SampleLogins({ onChoose }: { onChoose: (login: string) => void }) {
  const text = useText();
  return (
    <section className="doorway-sample" aria-label={text('identity.sample.title')}>
      <p>
        <SampleTag /> {text('identity.sample.hint')}
      </p>
      <div className="doorway-chips">
        {sampleLogins.map((login) => (
          <Chip key={login} on={false} onClick={() => onChoose(`sample-${login}`)}>
            {text(`identity.role.${sampleRoles[login]}`)}
            <span className="quiet">sample-{login}</span>
          </Chip>
        ))}
      </div>
    </section>
  );
}

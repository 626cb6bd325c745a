import { lazy, Suspense, useState } from 'react';
import { z } from 'zod';
import { call } from '#web/api/client.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { CopyText } from '#web/kit/state/CopyText.tsx';
import { confirmFactor, enrolFactor } from '../../words/security.contract.ts';
import { codeInputSchema } from '../../words/security.schema.ts';
import { besideField } from '../problem-beside.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';

const SeedPicture = lazy(() => import('./SeedPicture.tsx'));

export interface FactorEnrolProps {
  hasPassword: boolean;
  onCancel?: () => void;
  onDone: () => void;
}

/** Password again, then the app is connected and proves itself with a code, then the recovery codes are kept. */
export function FactorEnrol({ hasPassword, onCancel, onDone }: FactorEnrolProps) {
  const [seed, setSeed] = useState<{ secret: string; uri: string } | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  return seed ? <ProveApp seed={seed} onCodes={setCodes} {...(onCancel ? { onCancel } : {})} /> : <BeginEnrol hasPassword={hasPassword} onSeed={setSeed} {...(onCancel ? { onCancel } : {})} />;
}

const begun = z.object({ password: z.string().min(1).max(200).optional() });

function BeginEnrol({ hasPassword, onSeed, onCancel }: { hasPassword: boolean; onSeed: (seed: { secret: string; uri: string }) => void; onCancel?: () => void }) {
  const text = useText();
  const form = useForm({
    initial: {},
    schema: begun,
    submit: async ({ password }) => onSeed(await besideField(call(enrolFactor, { body: { password: password ?? null } }), { signInFailed: 'password' })),
  });
  return (
    <Form form={form} label={text('identity.factor.set')} actions={<>{onCancel ? <Button onClick={onCancel}>{text('identity.person.notNow')}</Button> : null}<Button kind="primary" type="submit" busy={form.sending}>{text('identity.factor.begin')}</Button></>}>
      <p>{text('identity.factor.why')}</p>
      {hasPassword ? <TextField form={form} path="password" type="password" label={text('identity.password.current')} autoComplete="current-password" /> : null}
    </Form>
  );
}

function ProveApp({ seed, onCodes, onCancel }: { seed: { secret: string; uri: string }; onCodes: (codes: readonly string[]) => void; onCancel?: () => void }) {
  const text = useText();
  const form = useForm({
    initial: {},
    schema: codeInputSchema,
    submit: async (body) => onCodes((await besideField(call(confirmFactor, { body }), { codeWrong: 'code' })).codes),
  });
  return (
    <Form form={form} label={text('identity.factor.set')} actions={<>{onCancel ? <Button onClick={onCancel}>{text('identity.person.notNow')}</Button> : null}<Button kind="primary" type="submit" busy={form.sending}>{text('identity.factor.confirm')}</Button></>}>
      <p>{text('identity.factor.scan')}</p>
      <Suspense fallback={<div style={{ height: 180 }} />}><SeedPicture uri={seed.uri} label={text('identity.factor.picture')} /></Suspense>
      <div><CopyText label={text('identity.factor.secret')} value={seed.secret} /></div>
      <TextField form={form} path="code" label={text('identity.factor.code')} inputMode="numeric" autoComplete="one-time-code" help={text('identity.factor.codeHelp')} />
    </Form>
  );
}

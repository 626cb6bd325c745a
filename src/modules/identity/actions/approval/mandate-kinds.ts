import { z } from 'zod';
import { shownName } from '#platform/i18n/name.schema.ts';
import type { ApprovalKind, Context } from '#platform/module/module.ts';
import { ok } from '#platform/result/result.rules.ts';
import { mandateInputSchema, type Mandate } from '../../identity.schema.ts';
import { getPerson, mandatesOf } from '../../store/person-store.ts';
import { endableMandate, performEnd, performGrant } from '../grant-mandate.ts';
import { nameScopes } from '../name-scopes.ts';

const grantPayload = z.object({ personId: z.uuid(), mandate: mandateInputSchema });
const endPayload = z.object({ personId: z.uuid(), mandateId: z.uuid() });

type Line = Awaited<ReturnType<ApprovalKind['describe']>>[number];

async function personLine(context: Context, personId: string): Promise<Line> {
  const person = await getPerson(context.db, context.spaceId, personId, context.now);
  return { label: { zh: '对象', en: 'Person' }, value: person ? shownName(person.name, context.language).text : '—' };
}

/** What the mandate gives, part by part. Role, scope and powers are words of this room's messages. */
async function mandateLines(context: Context, mandate: Pick<Mandate, 'role' | 'powers' | 'scopeKind' | 'scopeId' | 'validFrom' | 'validUntil'>): Promise<Line[]> {
  const [named] = await nameScopes(context, [mandate]);
  const name = named?.scopeName ? shownName(named.scopeName, context.language).text : undefined;
  return [
    { label: { zh: '角色', en: 'Role' }, value: mandate.role, key: `identity.role.${mandate.role}` },
    ...(mandate.powers ?? []).map((power) => ({ label: { zh: '权力', en: 'Power' }, value: power, key: `identity.power.${power}` })),
    { label: { zh: '范围', en: 'Scope' }, value: name ?? mandate.scopeKind, ...(name ? {} : { key: `identity.scope.${mandate.scopeKind}` }) },
    ...(mandate.validFrom ? [{ label: { zh: '自', en: 'From' }, value: mandate.validFrom.slice(0, 10) }] : []),
    ...(mandate.validUntil ? [{ label: { zh: '至', en: 'Until' }, value: mandate.validUntil.slice(0, 10) }] : []),
  ];
}

async function heldMandate(context: Context, payload: z.infer<typeof endPayload>): Promise<Mandate | null> {
  const held = (await mandatesOf(context.db, context.spaceId, [payload.personId], context.now)).get(payload.personId) ?? [];
  return held.find((mandate) => mandate.id === payload.mandateId) ?? null;
}

export const mandateApprovals: readonly ApprovalKind[] = [
  {
    kind: 'mandate.grant',
    label: { zh: '授予全空间权限', en: 'Grant rights over the whole space' },
    permission: 'mandate.approve',
    asks: 'mandate.grant',
    concerns: (payload) => [grantPayload.parse(payload).personId],
    stamp: async (context, payload) => {
      const person = await getPerson(context.db, context.spaceId, grantPayload.parse(payload).personId, context.now);
      return person ? `${person.version} ${person.state === 'archived'}` : 'gone';
    },
    describe: async (context, payload) => {
      const { personId, mandate } = grantPayload.parse(payload);
      return [await personLine(context, personId), ...(await mandateLines(context, { ...mandate, validFrom: mandate.validFrom ?? '' }))];
    },
    apply: async (context, { payload, requestedBy }) => {
      const { personId, mandate } = grantPayload.parse(payload);
      const granted = await performGrant(context, personId, mandate, context.newId(), requestedBy);
      return granted.ok ? ok({ href: `/administration/people/${personId}` }) : granted;
    },
  },
  {
    kind: 'mandate.end',
    label: { zh: '终止另一名管理员的授权', en: "End another operator's mandate" },
    permission: 'mandate.approve',
    asks: 'mandate.end',
    concerns: (payload) => [endPayload.parse(payload).personId],
    stamp: async (context, payload) => JSON.stringify(await heldMandate(context, endPayload.parse(payload)).then((mandate) => mandate && [mandate.role, mandate.powers, mandate.validFrom, mandate.validUntil])),
    describe: async (context, payload) => {
      const given = endPayload.parse(payload);
      const mandate = await heldMandate(context, given);
      return [await personLine(context, given.personId), ...(mandate ? await mandateLines(context, mandate) : [])];
    },
    apply: async (context, { payload, requestedBy }) => {
      const given = endPayload.parse(payload);
      const found = await endableMandate(context, given.personId, given.mandateId);
      if (!found.ok) return found;
      await performEnd(context, found.value, requestedBy);
      return ok({ href: `/administration/people/${given.personId}` });
    },
  },
];

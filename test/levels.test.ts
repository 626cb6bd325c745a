import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { modules } from '#modules/index.ts';
import { fieldsOf, levelOf, routeBase } from '#platform/level/level.rules.ts';
import { leveled } from '#platform/level/level.schema.ts';
import type { Route } from '#platform/http/route.contract.ts';

/** Names under which personal data goes: whoever adds such a field says what level it is. */
const personal = /(?:^|\.)(?:e-?mail\w*|phone\w*|mobile\w*|telephone|login|certificate\w*|idNumber|identityCard|passport\w*|birth\w*|homeAddress|bankAccount|wechat\w*|password)(?:\[\])*$/i;

const routes: readonly Route[] = modules.flatMap((module) => module.routes);
const schemas = (route: Route) => [['out', route.out], ...(route.body ? [['body', route.body] as const] : [])] as const;
const undeclared = (given: readonly Route[]): string[] =>
  given.flatMap((route) =>
    schemas(route).flatMap(([where, schema]) =>
      route.secret && where === 'body' ? [] : fieldsOf(schema, routeBase(route)).filter((field) => field.from === 'route' && personal.test(field.path)).map((field) => `${route.id} ${where}.${field.path}`),
    ),
  );

describe('levels of fields', () => {
  it('every field of every route has one, and personal data declares its own', () => {
    const all = routes.flatMap((route) => schemas(route).flatMap(([where, schema]) => fieldsOf(schema, routeBase(route)).map((field) => ({ ...field, at: `${route.id} ${where}.${field.path}` }))));
    const count = (level: string): number => all.filter((field) => field.level === level).length;
    process.stdout.write(`levels: ${all.length} fields of ${routes.length} routes: ${count('public')} public, ${count('internal')} internal, ${count('sensitive')} sensitive\n`);
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter((field) => !field.level)).toEqual([]);
    expect(undeclared(routes)).toEqual([]);
  });

  it('turns red for an address nobody declared', () => {
    const broken: Route = { id: 'broken.get', method: 'GET', path: '/broken', out: z.object({ contacts: z.array(z.object({ email: z.string() })) }), permission: 'signedIn', reasons: [], summary: { zh: '', en: '' } };
    expect(undeclared([broken])).toEqual(['broken.get out.contacts[].email']);
  });

  it('a mix is as high as its highest field', () => {
    const route = (out: z.ZodType, permission = 'signedIn'): Route => ({ id: 'x.get', method: 'GET', path: '/x', out, permission, reasons: [], summary: { zh: '', en: '' } });
    const plain = z.object({ name: z.string() });
    const mixed = z.object({ items: z.array(z.union([plain, plain.extend({ phone: leveled('sensitive', z.string()).nullable().optional() })])) });
    expect([levelOf(route(plain)), levelOf(route(plain, 'anonymous')), levelOf(route(mixed)), levelOf(route(leveled('public', plain)))]).toEqual(['internal', 'public', 'sensitive', 'public']);
  });
});

import { describe, expect, it } from 'vitest';
import { modules } from '#modules/index.ts';
import { openApi } from '#platform/http/openapi.ts';
import { collect } from '#platform/module/collect.ts';
import type { Module } from '#platform/module/module.ts';

const house = collect(modules);
interface Operation {
  operationId: string;
  responses: Record<string, unknown>;
  parameters: { name: string; in: string }[];
}
const document = openApi(house.routes.map((entry) => entry.route), house.reasons) as { openapi: string; paths: Record<string, Record<string, Operation>> };
const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.values(methods).filter((operation) => 'operationId' in operation).map((operation) => ({ path, ...operation })));

describe('the OpenAPI document', () => {
  it('describes every route once', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(operations.map((operation) => operation.operationId).sort()).toEqual(house.routes.map((entry) => entry.route.id).sort());
  });

  it('names every parameter of a path', () => {
    for (const { path, parameters, operationId } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name).sort(), operationId).toEqual(named.sort());
    }
  });

  it('has no reference that leads nowhere', () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(references)).toEqual(new Set(['#/components/schemas/Problem']));
  });
});

describe('collecting rooms', () => {
  const room = (over: Partial<Module>): Module => ({ room: 'x', routes: [], actions: {}, permissions: {}, reasons: {}, ...over });
  const route = { id: 'x.get', method: 'GET' as const, path: '/x', out: house.routes[0]!.route.out, permission: 'x.read', reasons: [], summary: { zh: '', en: '' } };

  it('fails at start on what would fail at the first request', () => {
    expect(() => collect([room({ routes: [route] })])).toThrow('x.get has no action');
    const actions = { 'x.get': async () => ({ ok: true as const, value: null }) };
    expect(() => collect([room({ routes: [route], actions })])).toThrow('unknown permission: x.read');
    expect(() => collect([room({ routes: [route, route], actions, permissions: { 'x.read': {} } })])).toThrow('declared twice: x.get');
    expect(() => collect([room({ routes: [{ ...route, reasons: ['odd'] }], actions, permissions: { 'x.read': {} } })])).toThrow('unknown reason: odd');
    expect(() => collect([room({ routes: [{ ...route, subject: { kind: 'y', param: 'yId' } }], actions, permissions: { 'x.read': {} } })])).toThrow('no room loads: y');
  });
});

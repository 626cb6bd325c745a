import { sharedReasons } from '#platform/http/route.contract.ts';
import type { Route } from '#platform/http/route.contract.ts';
import type { Permission } from '#platform/auth/permission.rules.ts';
import type { NoticeKind } from '#platform/notice/notice.ts';
import type { Action, Contributions, JobKind, Module } from './module.ts';

/** Everything the rooms declare, gathered once at start. */
export interface House {
  modules: readonly Module[];
  routes: readonly { room: string; route: Route; action: Action<Route> }[];
  permissions: Readonly<Record<string, Permission>>;
  /** Permission → the room that declares it. */
  permissionRooms: Readonly<Record<string, string>>;
  /** Reason → HTTP status; and the room whose messages hold its words. */
  reasons: Readonly<Record<string, { status: number; messageKey: string }>>;
  contributions: Contributions;
  noticeKinds: Readonly<Record<string, NoticeKind>>;
  jobs: Readonly<Record<string, JobKind>>;
}

/** Fails at start, not at the first request: a route without action, an unknown permission, a name used twice. */
export function collect(modules: readonly Module[]): House {
  const routes: { room: string; route: Route; action: Action<Route> }[] = [];
  const permissions: Record<string, Permission> = {};
  const permissionRooms: Record<string, string> = {};
  const reasons: Record<string, { status: number; messageKey: string }> = {};
  const noticeKinds: Record<string, NoticeKind> = {};
  const jobs: Record<string, JobKind> = {};
  for (const [reason, status] of Object.entries(sharedReasons)) reasons[reason] = { status, messageKey: `platform.reason.${reason}` };
  for (const module of modules) {
    addAll(permissions, module.permissions, 'permission');
    for (const name of Object.keys(module.permissions)) permissionRooms[name] = module.room;
    addAll(noticeKinds, module.noticeKinds ?? {}, 'notice kind');
    addAll(jobs, module.jobs ?? {}, 'job');
    const own = Object.entries(module.reasons).map(([reason, status]) => [reason, { status, messageKey: `${module.room}.reason.${reason}` }] as const);
    addAll(reasons, Object.fromEntries(own), 'reason');
  }
  const seen = new Set<string>();
  for (const module of modules) {
    for (const route of module.routes) {
      const action = module.actions[route.id] as unknown as Action<Route> | undefined;
      if (!action) throw new Error(`route ${route.id} has no action`);
      for (const name of [route.id, `${route.method} ${route.path}`]) {
        if (seen.has(name)) throw new Error(`declared twice: ${name}`);
        seen.add(name);
      }
      const open = route.permission === 'anonymous' || route.permission === 'signedIn';
      if (!open && !permissions[route.permission]) throw new Error(`route ${route.id} names an unknown permission: ${route.permission}`);
      const unknown = route.reasons.find((reason) => !reasons[reason]);
      if (unknown) throw new Error(`route ${route.id} names an unknown reason: ${unknown}`);
      routes.push({ room: module.room, route, action });
    }
  }
  const contributions: Contributions = {
    searchSources: modules.flatMap((module) => module.contributions?.searchSources ?? []),
    traceProviders: modules.flatMap((module) => module.contributions?.traceProviders ?? []),
    summaryFigures: modules.flatMap((module) => module.contributions?.summaryFigures ?? []),
    homeItems: modules.flatMap((module) => module.contributions?.homeItems ?? []),
    importTargets: modules.flatMap((module) => module.contributions?.importTargets ?? []),
    indicatorSources: modules.flatMap((module) => module.contributions?.indicatorSources ?? []),
    indicatorWatchers: modules.flatMap((module) => module.contributions?.indicatorWatchers ?? []),
    raiseTargets: modules.flatMap((module) => module.contributions?.raiseTargets ?? []),
    spaceStarters: modules.flatMap((module) => module.contributions?.spaceStarters ?? []),
    holdings: modules.flatMap((module) => module.contributions?.holdings ?? []),
    heldBlobs: modules.flatMap((module) => module.contributions?.heldBlobs ?? []),
    approvalKinds: modules.flatMap((module) => module.contributions?.approvalKinds ?? []),
    healthChecks: modules.flatMap((module) => module.contributions?.healthChecks ?? []),
    jobs,
    subjects: Object.assign({}, ...modules.map((module) => module.subjects ?? {})) as Contributions['subjects'],
    operations: routes,
  };
  for (const { route } of routes) {
    if (route.subject && 'param' in route.subject && 'kind' in route.subject && !contributions.subjects[route.subject.kind]) {
      throw new Error(`route ${route.id} names a subject that no room loads: ${route.subject.kind}`);
    }
  }
  return { modules, routes, permissions, permissionRooms, reasons, contributions, noticeKinds, jobs };
}

function addAll<Value>(target: Record<string, Value>, source: Readonly<Record<string, Value>>, what: string): void {
  for (const [name, value] of Object.entries(source)) {
    if (target[name]) throw new Error(`${what} declared twice: ${name}`);
    target[name] = value;
  }
}

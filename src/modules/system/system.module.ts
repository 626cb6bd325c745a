import type { Module } from '#platform/module/module.ts';
import { systemReasons, systemRoutes } from './system.contract.ts';
import { systemPermissions } from './system.rules.ts';

export const systemModule: Module = { room: 'system', routes: systemRoutes, actions: {}, permissions: systemPermissions, reasons: systemReasons };

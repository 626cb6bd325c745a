import type { Module } from '#platform/module/module.ts';
import { recordReasons, recordRoutes } from './record.contract.ts';
import { recordPermissions } from './record.rules.ts';

export const recordModule: Module = { room: 'record', routes: recordRoutes, actions: {}, permissions: recordPermissions, reasons: recordReasons };

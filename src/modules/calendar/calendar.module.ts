import type { Module } from '#platform/module/module.ts';
import { calendarReasons, calendarRoutes } from './calendar.contract.ts';
import { calendarPermissions } from './calendar.rules.ts';

export const calendarModule: Module = { room: 'calendar', routes: calendarRoutes, actions: {}, permissions: calendarPermissions, reasons: calendarReasons };

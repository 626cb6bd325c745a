import type { Module } from '#platform/module/module.ts';
import { noticeReasons, noticeRoutes } from './notice.contract.ts';
import { noticePermissions } from './notice.rules.ts';

export const noticeModule: Module = { room: 'notice', routes: noticeRoutes, actions: {}, permissions: noticePermissions, reasons: noticeReasons };

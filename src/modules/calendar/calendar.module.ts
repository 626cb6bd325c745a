import type { Module } from '#platform/module/module.ts';
import { fillYearAction, putDayAction, putTimeZoneAction, putYearAction, removeDayAction } from './actions/edit-calendar.ts';
import { fillYears, fillYearsJob } from './actions/fill-years.ts';
import { recomputeJob } from './actions/recompute.ts';
import { getCalendarAction, getYearAction, tryDeadlineAction } from './actions/view-calendar.ts';
import { calendarReasons, calendarRoutes } from './calendar.contract.ts';
import { calendarPermissions } from './calendar.rules.ts';

export const calendarModule: Module = {
  room: 'calendar',
  routes: calendarRoutes,
  actions: {
    'calendar.get': getCalendarAction,
    'calendar.year': getYearAction,
    'calendar.putYear': putYearAction,
    'calendar.fillYear': fillYearAction,
    'calendar.putDay': putDayAction,
    'calendar.removeDay': removeDayAction,
    'calendar.putTimeZone': putTimeZoneAction,
    'calendar.tryDeadline': tryDeadlineAction,
  },
  permissions: calendarPermissions,
  reasons: calendarReasons,
  contributions: { spaceStarters: [async (context) => void (await fillYears(context))] },
  jobs: { 'calendar.fillYears': fillYearsJob, 'calendar.recompute': recomputeJob },
  noticeKinds: { 'calendar.deadlineMoved': { duty: true } },
  seed: async (context) => {
    await fillYears(context);
    return {};
  },
};

import { z } from 'zod';
import { computedDeadlineSchema } from '#platform/calendar/deadline.schema.ts';
import { defineRoute, type Route } from '#platform/http/route.contract.ts';
import { dayInputSchema, overviewSchema, timeZoneInputSchema, trialInputSchema, yearInputSchema, yearNumber, yearSchema } from './calendar.schema.ts';

/** Reasons of this room and their HTTP status; words are `calendar.reason.<name>`. */
export const calendarReasons = { yearUnknown: 404, dayOutsideYear: 422, yearOutside: 422, sameDayTwice: 422 } as const;

const yearParams = z.strictObject({ year: yearNumber });
const dayParams = z.strictObject({ day: z.iso.date() });
const edit = { permission: 'calendar.update', subject: { kind: 'calendar', from: 'list' }, ifMatch: true } as const;

export const getCalendar = defineRoute({ id: 'calendar.get', method: 'GET', path: '/calendar', out: overviewSchema, permission: 'signedIn', reasons: [], summary: { zh: '工作日历概览', en: 'Time zone, today and the years that are known' } });
export const getYear = defineRoute({ id: 'calendar.year', method: 'GET', path: '/calendar/years/:year', params: yearParams, out: yearSchema, permission: 'signedIn', reasons: [], summary: { zh: '某年的节假日与调休', en: 'Holidays and make-up days of a year' } });
export const putYear = defineRoute({ id: 'calendar.putYear', method: 'PUT', path: '/calendar/years/:year', params: yearParams, body: yearInputSchema, out: yearSchema, ...edit, reasons: ['dayOutsideYear', 'sameDayTwice'], summary: { zh: '导入某年安排或标记是否公布', en: 'Import a year, or say whether it is announced' } });
export const fillYear = defineRoute({ id: 'calendar.fillYear', method: 'POST', path: '/calendar/years/:year/fill', params: yearParams, out: yearSchema, ...edit, reasons: ['yearUnknown'], summary: { zh: '按随附数据重填某年', en: 'Fill a year from the packaged statutory days' } });
export const putDay = defineRoute({ id: 'calendar.putDay', method: 'PUT', path: '/calendar/days/:day', params: dayParams, body: dayInputSchema, out: yearSchema, ...edit, reasons: ['yearOutside'], summary: { zh: '新增或修改某日', en: 'Add or change a day' } });
export const removeDay = defineRoute({ id: 'calendar.removeDay', method: 'DELETE', path: '/calendar/days/:day', params: dayParams, out: yearSchema, ...edit, reasons: ['yearOutside'], summary: { zh: '删除某日的安排', en: 'Remove a day; its weekday counts again' } });
export const putTimeZone = defineRoute({ id: 'calendar.putTimeZone', method: 'PUT', path: '/calendar/time-zone', body: timeZoneInputSchema, out: timeZoneInputSchema, permission: 'calendar.update', subject: { kind: 'calendar', from: 'list' }, reasons: [], summary: { zh: '设置空间时区', en: 'Set the time zone of the space' } });
export const tryDeadline = defineRoute({ id: 'calendar.tryDeadline', method: 'POST', path: '/calendar/deadline-trials', body: trialInputSchema, out: computedDeadlineSchema, permission: 'signedIn', reasons: [], summary: { zh: '试算期限', en: 'Compute a deadline and explain it; nothing is kept' } });

export const calendarRoutes: readonly Route[] = [getCalendar, getYear, putYear, fillYear, putDay, removeDay, putTimeZone, tryDeadline];

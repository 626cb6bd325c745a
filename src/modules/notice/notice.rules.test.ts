import { describe, expect, it } from 'vitest';
import { choiceFor, mostTries, nextTry, quietEnd, restUntil, sendAt } from './notice.rules.ts';

const zone = 'Asia/Shanghai';
const night = { quietFrom: '22:00', quietUntil: '07:00' };
const at = (time: string) => new Date(`2026-11-22T${time}:00+08:00`);

describe('what somebody chose', () => {
  it('holds for their kinds of notice, but neither for duties nor for deadlines', () => {
    const chosen = { registry: 'none', identity: 'daily' } as const;
    expect(choiceFor('registry.memberAdded', {}, null, chosen)).toBe('none');
    expect(choiceFor('identity.mandateGranted', {}, null, chosen)).toBe('daily');
    expect(choiceFor('record.mentioned', {}, null, chosen)).toBe('immediate');
    expect(choiceFor('identity.approvalRequested', { duty: true }, null, chosen)).toBe('immediate');
    expect(choiceFor('registry.memberAdded', {}, '2026-11-25T00:00:00Z', chosen)).toBe('immediate');
  });
});

describe('quiet hours', () => {
  it('end in the morning of the space, also when they began the day before', () => {
    expect(quietEnd(at('21:59'), zone, '22:00', '07:00')).toBeNull();
    expect(quietEnd(at('22:00'), zone, '22:00', '07:00')?.toISOString()).toBe('2026-11-22T23:00:00.000Z');
    expect(quietEnd(at('06:59'), zone, '22:00', '07:00')?.toISOString()).toBe('2026-11-21T23:00:00.000Z');
    expect(quietEnd(at('07:00'), zone, '22:00', '07:00')).toBeNull();
    expect(quietEnd(at('13:00'), zone, '12:30', '14:00')?.toISOString()).toBe('2026-11-22T06:00:00.000Z');
    expect(quietEnd(at('13:00'), zone, '09:00', '09:00')).toBeNull();
  });

  it('put a message off, unless its deadline would pass meanwhile', () => {
    expect(sendAt(at('23:00'), zone, night, null).toISOString()).toBe('2026-11-22T23:00:00.000Z');
    expect(sendAt(at('23:00'), zone, night, '2026-11-23T08:00:00Z').toISOString()).toBe('2026-11-22T23:00:00.000Z');
    expect(sendAt(at('23:00'), zone, night, '2026-11-22T20:00:00Z')).toEqual(at('23:00'));
    expect(sendAt(at('12:00'), zone, night, null)).toEqual(at('12:00'));
  });
});

describe('trying again', () => {
  it('waits longer each time and ends', () => {
    const now = at('12:00');
    const waits = Array.from({ length: mostTries }, (_, tries) => nextTry(tries + 1, now)?.getTime() ?? null).map((time) => (time === null ? null : (time - now.getTime()) / 60_000));
    expect(waits).toEqual([1, 5, 30, 120, 720, null]);
  });

  it('lets a channel rest after a few failures, an hour at most', () => {
    const now = at('12:00');
    expect(restUntil(2, now)).toBeNull();
    expect(restUntil(3, now)).toEqual(at('12:01'));
    expect(restUntil(40, now)).toEqual(at('13:00'));
  });
});

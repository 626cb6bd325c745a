import { describe, expect, it } from 'vitest';
import { editRefusalOf, refusalOf, recordStateOf, type OrganisationVerb } from './lifecycle.rules.ts';

const active = { state: 'active', archivedAt: null };
const closed = { state: 'closed', archivedAt: null };
const archived: { state: string; archivedAt: string | null } = { state: 'active', archivedAt: '2026-01-01T00:00:00.000Z' };
const merged = { state: 'merged', archivedAt: null };

describe('lifecycle of an organisation record', () => {
  it('is about the record, not about whether the organisation still exists', () => {
    expect([active, closed, archived, merged].map(recordStateOf)).toEqual(['active', 'active', 'archived', 'merged']);
  });

  it('allows each step from its own state only, and names what is wrong otherwise', () => {
    const asked = (record: typeof archived, verb: OrganisationVerb) => refusalOf(record, verb, ['territorialOfficer']);
    expect((['archive', 'restore', 'merge', 'split'] as const).map((verb) => [asked(active, verb), asked(archived, verb), asked(merged, verb)])).toEqual([
      [null, 'alreadyArchived', 'recordMerged'],
      ['notArchived', null, 'recordMerged'],
      [null, 'alreadyArchived', 'recordMerged'],
      ['notMerged', 'notMerged', null],
    ]);
  });

  it('is for officers', () => {
    expect(refusalOf(active, 'archive', ['clusterStaff'])).toBe('notAllowed');
    expect(refusalOf(active, 'merge', ['reader', 'organisationRepresentative'])).toBe('notAllowed');
  });

  it('leaves archived and merged records as they are', () => {
    expect([active, closed, archived, merged].map(editRefusalOf)).toEqual([null, null, 'alreadyArchived', 'recordMerged']);
  });
});

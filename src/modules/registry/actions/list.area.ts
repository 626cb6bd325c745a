import { listSubject, programmeSubject } from '../store/subjects.store.ts';
import type { Area } from './area.ts';
import { addEntry, listEntries, removeEntry } from './list/entry.ts';
import { create, get, list, update } from './list/official-list.ts';
import * as programme from './list/programme.ts';

export const listArea: Area = {
  actions: {
    'list.list': list,
    'list.get': get,
    'list.create': create,
    'list.update': update,
    'listEntry.list': listEntries,
    'listEntry.add': addEntry,
    'listEntry.remove': removeEntry,
    'programme.list': programme.list,
    'programme.get': programme.get,
    'programme.create': programme.create,
    'programme.update': programme.update,
  },
  subjects: { list: listSubject, programme: programmeSubject },
  reasons: { entriesOfOtherKind: 409, subjectUnknown: 422, alreadyListed: 409 },
};

import type { Area } from './area.ts';
import { listAllChecklists } from './statement/checklist.ts';
import { addOne, listAll } from './statement/composition.ts';
import { createAttribute, createSource, listAttributes, listSources } from './statement/source.ts';
import { add, choose, list } from './statement/statement.ts';

export const statementArea: Area = {
  actions: {
    'statement.list': list,
    'statement.add': add,
    'statement.choose': choose,
    'composition.list': listAll,
    'composition.add': addOne,
    'checklist.list': listAllChecklists,
    'source.list': listSources,
    'source.create': createSource,
    'attribute.list': listAttributes,
    'attribute.create': createAttribute,
  },
  reasons: { attributeUnknown: 422, sourceUnknown: 422, unitMismatch: 422, sourceExists: 409, attributeExists: 409 },
};

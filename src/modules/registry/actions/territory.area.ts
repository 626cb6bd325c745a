import { territorySubject } from '../store/subjects.store.ts';
import type { Area } from './area.ts';
import { getIndustry, importCodeSystem, listCodeSystems, listIndustries } from './territory/industry.ts';
import { counts, geometry } from './territory/map.ts';
import { get, list, picture } from './territory/territory.ts';

export const territoryArea: Area = {
  actions: {
    'territory.list': list,
    'territory.get': get,
    'territory.summary': picture,
    'industry.list': listIndustries,
    'industry.get': getIndustry,
    'codeSystem.list': listCodeSystems,
    'reference.import': importCodeSystem,
    'map.geometry': geometry,
    'map.counts': counts,
  },
  subjects: { territory: territorySubject },
  reasons: { codeSystemUnreadable: 422, codeSystemBuiltIn: 409, provinceMissing: 422 },
};

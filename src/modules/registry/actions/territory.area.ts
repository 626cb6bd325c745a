import { territorySubject } from '../store/subjects.store.ts';
import type { Area } from './area.ts';
import { checkCodeSystem } from './territory/check-code-system.ts';
import { getIndustry, importCodeSystem, listCodeSystems, listIndustries } from './territory/industry.ts';
import { clusters, counts, geometry } from './territory/map.ts';
import { get, list, picture } from './territory/territory.ts';

export const territoryArea: Area = {
  actions: {
    'territory.list': list,
    'territory.get': get,
    'territory.summary': picture,
    'industry.list': listIndustries,
    'industry.get': getIndustry,
    'codeSystem.list': listCodeSystems,
    'reference.check': checkCodeSystem,
    'reference.import': importCodeSystem,
    'map.geometry': geometry,
    'map.counts': counts,
    'map.clusters': clusters,
  },
  subjects: { territory: territorySubject },
  reasons: { codeSystemUnreadable: 422, codeSystemBuiltIn: 409, provinceMissing: 422 },
};

import type { TableHead, TableSummary } from '../../words/specialisation.schema.ts';

/** What the answers of this area say of a table. */
export const headOf = ({ id, name, measure, unit, period, vintage, sourceTitle, areaSystem, industrySystem, basis, sample, edition }: TableSummary): TableHead => ({ id, name, measure, unit, period, vintage, sourceTitle, areaSystem, industrySystem, basis, sample, edition });

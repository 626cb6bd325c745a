import { sql } from 'kysely';
import { refOf } from '#platform/db/row-sql.ts';
import { recordColumns } from './columns.ts';

/** The summary of an organisation under the API's names; needs the joins below. */
export const summaryColumns = sql`${recordColumns('organisation')}, organisation.name, organisation.type, organisation.subtype, organisation.sector,
  organisation.size_class as "sizeClass", organisation.ownership, organisation.origin, organisation.uscc, organisation.external_code as "externalCode",
  ${refOf('territory')} as territory, ${refOf('industry')} as industry, organisation.industry_label as "industryLabel",
  organisation.founded_year as "foundedYear", organisation.state, organisation.longitude::float8 as longitude, organisation.latitude::float8 as latitude`;

export const summaryJoins = sql`left join territory on territory.id = organisation.territory_id left join industry on industry.id = organisation.industry_id`;

export const detailColumns = sql`${summaryColumns}, organisation.website, organisation.description, organisation.merged_into as "mergedIntoId"`;

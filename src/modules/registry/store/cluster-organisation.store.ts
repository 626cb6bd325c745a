import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Scope } from '#platform/auth/permission.rules.ts';
import { asJson, refOf } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import { bodySlots, type bodyInputSchema, type ClusterOrganisation, type ClusterOrganisationInput, type seatInputSchema } from '../words/cluster.schema.ts';
import { rotaOn } from '../words/rota.rules.ts';
import { organisationsIn } from './scope-columns.ts';

type Row = Omit<ClusterOrganisation, 'bodies' | 'emptySlots'> & { bodies: Omit<ClusterOrganisation['bodies'][number], 'rota'>[] };

/** The organisation a column points to, if the reader may see it; a hidden one is shown as nobody. */
const visibleRef = (scope: Scope, id: RawBuilder<unknown>) =>
  sql`(select ${refOf('linked')} from organisation linked where linked.id = ${id} and ${organisationsIn(scope, 'linked')})`;

/** The cluster's organisations that this reader may see, main one first, with bodies and seats. */
export async function listClusterOrganisationRows(context: Context, clusterId: string): Promise<ClusterOrganisation[]> {
  const scope = context.scope('organisation.read');
  const { rows } = await sql<Row>`
    select co.id, co.cluster_id as "clusterId", ${refOf('o')} as organisation, co.role, co.function, co.functions, co.field, co.legal_form as "legalForm", co.form, co.lead_kind as "leadKind", co.third_party as "thirdParty",
      co.non_profit as "nonProfit", co.purpose, ${visibleRef(scope, sql`co.host_id`)} as host, ${visibleRef(scope, sql`co.operator_id`)} as operator,
      ${visibleRef(scope, sql`co.alliance_id`)} as alliance, ${visibleRef(scope, sql`co.supervisor_id`)} as supervisor, co.since, co.until,
      (select coalesce(jsonb_agg(jsonb_build_object('id', sub.id, 'organisation', ${visibleRef(scope, sql`sub.organisation_id`)}, 'field', sub.field, 'note', sub.note) order by sub.field nulls last, sub.id), '[]')
        from sub_organisation sub where sub.cluster_organisation_id = co.id) as "subOrganisations",
      (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'slot', b.slot, 'name', b.name, 'note', b.note, 'seats',
        (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'personName', s.person_name, 'organisation', ${visibleRef(scope, sql`s.organisation_id`)}, 'post', s.post, 'sector', s.sector,
          'country', s.country, 'since', s.since, 'until', s.until, 'rotaOrder', s.rota_order, 'hiredFromMarket', s.hired_from_market, 'fullTime', s.full_time, 'certificate', s.certificate)
          order by s.rota_order nulls last, s.id), '[]') from seat s where s.body_id = b.id))
        order by array_position(array['decide', 'run', 'advise'], b.slot), b.id), '[]') from body b where b.cluster_organisation_id = co.id) as bodies
    from cluster_organisation co join organisation o on o.space_id = co.space_id and o.id = co.organisation_id
    where co.cluster_id = ${clusterId}::uuid and ${organisationsIn(scope, 'o')}
    order by co.until is not null, co.role, o.sort_name, co.id`.execute(context.db);
  const today = context.now.toISOString().slice(0, 10);
  return rows.map((row) => ({
    ...row,
    bodies: row.bodies.map((body) => ({ ...body, rota: rotaOn(body.seats, today) })),
    emptySlots: bodySlots.filter((slot) => row.bodies.every((body) => body.slot !== slot)),
  }));
}

type Fields = Omit<ClusterOrganisationInput, 'organisationId'>;

/** False when the organisation has this relation already. */
export async function insertClusterOrganisation(context: Context, clusterId: string, input: ClusterOrganisationInput): Promise<boolean> {
  const done = await sql`insert into cluster_organisation (space_id, id, cluster_id, organisation_id, role, function, functions, field, legal_form, form, lead_kind, third_party, non_profit, purpose,
      host_id, operator_id, alliance_id, supervisor_id, since, until, created_at)
    values (${context.spaceId}, ${context.newId()}, ${clusterId}, ${input.organisationId}, ${input.role}, ${input.function}, ${input.functions}::text[], ${input.field}, ${input.legalForm}, ${input.form}, ${input.leadKind},
      ${input.thirdParty}, ${input.nonProfit}, ${input.purpose}, ${input.hostId}, ${input.operatorId}, ${input.allianceId}, ${input.supervisorId}, ${input.since}::date, ${input.until}::date, ${context.now})
    on conflict (space_id, cluster_id, organisation_id) do nothing returning id`.execute(context.db);
  return done.rows.length > 0;
}

export async function updateClusterOrganisationRow(context: Context, id: string, input: Fields): Promise<void> {
  await sql`update cluster_organisation set role = ${input.role}, function = ${input.function}, functions = ${input.functions}::text[], field = ${input.field}, legal_form = ${input.legalForm},
      form = ${input.form}, lead_kind = ${input.leadKind}, third_party = ${input.thirdParty},
      non_profit = ${input.nonProfit}, purpose = ${input.purpose}, host_id = ${input.hostId}, operator_id = ${input.operatorId}, alliance_id = ${input.allianceId}, supervisor_id = ${input.supervisorId},
      since = ${input.since}::date, until = ${input.until}::date where id = ${id}::uuid`.execute(context.db);
}

export async function deleteClusterOrganisation(context: Context, id: string): Promise<void> {
  await sql`delete from cluster_organisation where id = ${id}::uuid`.execute(context.db);
}

/** Whether another organisation holds the main role of the cluster and has not left it. */
export async function mainIsTaken(context: Context, clusterId: string, exceptId: string | null): Promise<boolean> {
  const { rows } = await sql`select 1 from cluster_organisation where cluster_id = ${clusterId}::uuid and role = 'main' and until is null and id is distinct from ${exceptId}::uuid`.execute(context.db);
  return rows.length > 0;
}

type BodyInput = z.output<typeof bodyInputSchema>;
type SeatInput = z.output<typeof seatInputSchema>;

export async function insertBody(context: Context, relationId: string, input: BodyInput): Promise<void> {
  await sql`insert into body (space_id, id, cluster_organisation_id, slot, name, note)
    values (${context.spaceId}, ${context.newId()}, ${relationId}, ${input.slot}, ${asJson(input.name)}, ${input.note})`.execute(context.db);
}

export async function updateBodyRow(context: Context, id: string, input: BodyInput): Promise<void> {
  await sql`update body set updated_at = ${context.now}, slot = ${input.slot}, name = ${asJson(input.name)}, note = ${input.note} where id = ${id}::uuid`.execute(context.db);
}

export async function deleteBody(context: Context, id: string): Promise<void> {
  await sql`delete from body where id = ${id}::uuid`.execute(context.db);
}

export async function insertSeat(context: Context, bodyId: string, input: SeatInput): Promise<void> {
  await sql`insert into seat (space_id, id, body_id, person_name, organisation_id, post, sector, country, since, until, rota_order, hired_from_market, full_time, certificate)
    values (${context.spaceId}, ${context.newId()}, ${bodyId}, ${input.personName}, ${input.organisationId}, ${input.post}, ${input.sector}, ${input.country}, ${input.since}::date, ${input.until}::date,
      ${input.rotaOrder}, ${input.hiredFromMarket}, ${input.fullTime}, ${input.certificate})`.execute(context.db);
}

export async function updateSeatRow(context: Context, id: string, input: SeatInput): Promise<void> {
  await sql`update seat set updated_at = ${context.now}, person_name = ${input.personName}, organisation_id = ${input.organisationId}, post = ${input.post}, sector = ${input.sector}, country = ${input.country},
      since = ${input.since}::date, until = ${input.until}::date, rota_order = ${input.rotaOrder}, hired_from_market = ${input.hiredFromMarket}, full_time = ${input.fullTime},
      certificate = ${input.certificate} where id = ${id}::uuid`.execute(context.db);
}

export async function deleteSeat(context: Context, id: string): Promise<void> {
  await sql`delete from seat where id = ${id}::uuid`.execute(context.db);
}

// `npm run new-room NAME`: a room's folder with one record, ready to be filled, and its line in the map.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, say } from './install.mjs';

const name = process.argv[2] ?? '';
const folder = join(root, 'src/modules', name);
if (!/^[a-z][a-z]+$/.test(name) || existsSync(folder)) {
  say('Say: npm run new-room NAME — one lower-case word, no room of that name yet.');
  process.exit(1);
}

const Name = name[0].toUpperCase() + name.slice(1);
const stamp = new Date().toISOString().slice(0, 16).replaceAll(/\D/g, '');
const message = (words, description) => JSON.stringify({ message: words, ...(description ? { description } : {}) });

const files = {
  'README.md': `# ${name}\n\nWords, invariants, lifecycle, who may what; at most 60 lines.\n`,
  [`${name}.schema.ts`]: `import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';

export const ${name}InputSchema = z.strictObject({ name: nameSchema });
export const ${name}Schema = z.object({ id: z.uuid(), version: z.number().int(), name: nameSchema });
export type ${Name} = z.infer<typeof ${name}Schema>;
`,
  [`${name}.contract.ts`]: `import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { ${name}InputSchema, ${name}Schema } from './${name}.schema.ts';

/** Reasons of this room and their HTTP status; words are \`${name}.reason.<name>\`. */
export const ${name}Reasons = {} as const;

export const create${Name} = defineRoute({ id: '${name}.create', method: 'POST', path: '/${name}s', body: ${name}InputSchema, out: ${name}Schema, permission: '${name}.create', subject: { kind: '${name}', from: 'body' }, reasons: [], status: 201, summary: { zh: '新增', en: 'Add a ${name}' } });
export const get${Name} = defineRoute({ id: '${name}.get', method: 'GET', path: '/${name}s/:${name}Id', params: z.strictObject({ ${name}Id: z.uuid() }), out: ${name}Schema, permission: '${name}.read', subject: { kind: '${name}', param: '${name}Id' }, reasons: [], summary: { zh: '查看', en: 'Get a ${name}' } });

export const ${name}Routes = [create${Name}, get${Name}] as const;
`,
  [`${name}.rules.ts`]: `import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import { signedInRoles } from '#platform/auth/permission.rules.ts';

export const ${name}Permissions = definePermissions({
  '${name}.read': { open: signedInRoles, within: ['operator'] },
  '${name}.create': { within: ['operator'] },
});
`,
  [`${name}.store.ts`]: `import { sql } from 'kysely';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb, SubjectLoader } from '#platform/module/module.ts';
import type { ${Name} } from './${name}.schema.ts';

export async function find${Name}(db: SpaceDb, id: string): Promise<${Name} | null> {
  const { rows } = await sql<${Name}>\`select id, version, name from ${name} where space_id = current_space() and id::text = \${id}\`.execute(db);
  return rows[0] ?? null;
}

export async function add${Name}(db: SpaceDb, id: string, name: Name): Promise<void> {
  await sql\`insert into ${name} (space_id, id, name) values (current_space(), \${id}, \${JSON.stringify(name)}::jsonb)\`.execute(db);
}

const facts: ScopeFacts = { visibility: 'open', territories: [], clusters: [], organisations: [] };

export const ${name}Subject: SubjectLoader = {
  byId: async (db, id) => ((await find${Name}(db, id)) ? facts : null),
  byIds: async (db, ids) => new Map((await Promise.all(ids.map((id) => find${Name}(db, id)))).flatMap((row) => (row ? [[row.id, facts] as const] : []))),
  fromBody: async () => facts,
  readPermission: '${name}.read',
};
`,
  [`actions/create-${name}.ts`]: `import type { Action } from '#platform/module/module.ts';
import { ok } from '#platform/result/result.rules.ts';
import type { create${Name} } from '../${name}.contract.ts';
import { add${Name} } from '../${name}.store.ts';

export const create${Name}Action: Action<typeof create${Name}> = async (context, { body }) => {
  const id = context.newId();
  await add${Name}(context.db, id, body.name);
  context.audit({ event: '${name}.created', subject: { kind: '${name}', id }, name: body.name });
  return ok({ id, version: 1, name: body.name });
};
`,
  [`actions/get-${name}.ts`]: `import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { get${Name} } from '../${name}.contract.ts';
import { find${Name} } from '../${name}.store.ts';

export const get${Name}Action: Action<typeof get${Name}> = async (context, { params }) => {
  const found = await find${Name}(context.db, params.${name}Id);
  return found ? ok(found) : fail('notFound');
};
`,
  [`${name}.module.ts`]: `import type { Module } from '#platform/module/module.ts';
import { create${Name}Action } from './actions/create-${name}.ts';
import { get${Name}Action } from './actions/get-${name}.ts';
import { ${name}Reasons, ${name}Routes } from './${name}.contract.ts';
import { ${name}Permissions } from './${name}.rules.ts';
import { ${name}Subject } from './${name}.store.ts';

export const ${name}Module: Module = {
  room: '${name}',
  routes: ${name}Routes,
  actions: { '${name}.create': create${Name}Action, '${name}.get': get${Name}Action },
  permissions: ${name}Permissions,
  reasons: ${name}Reasons,
  subjects: { ${name}: ${name}Subject },
};
`,
  'index.ts': `export { ${name}Module } from './${name}.module.ts';\n`,
  [`migrations/${stamp}_${name}.sql`]: `create table ${name} (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  name jsonb not null,
  primary key (space_id, id)
);
alter table ${name} enable row level security;
alter table ${name} force row level security;
create policy ${name}_space on ${name} using (space_id = current_space()) with check (space_id = current_space());
`,
  'messages/en.json': `{\n  "${name}.title": ${message(Name, 'Title of the room')}\n}\n`,
  'messages/zh-CN.json': `{\n  "${name}.title": ${message(Name)}\n}\n`,
};

for (const [path, text] of Object.entries(files)) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const map = join(root, 'src/modules/index.ts');
const known = readFileSync(map, 'utf8');
const withImport = known.replace(/(\n\n\/\*\* The map)/, `\nimport { ${name}Module } from '#modules/${name}/index.ts';$1`);
writeFileSync(map, withImport.replace(/\];\s*$/, `, ${name}Module];\n`));
say(`src/modules/${name} is there, and its line in src/modules/index.ts. Put the line where the room belongs in the order.`);

import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import type { Person } from '../identity.schema.ts';
import { localDay, personTones, useMandateWords } from './mandate-words.ts';

function Mandates({ person }: { person: Person }) {
  const text = useText();
  const words = useMandateWords();
  const held = person.mandates.filter((mandate) => mandate.state !== 'ended');
  const [first, ...rest] = held;
  if (!first) return <span className="quiet">{text('identity.person.noMandate')}</span>;
  return (
    <span className="cell-lines">
      <span>{words.role(first)}{first.state === 'coming' ? <> <Tag tone="brand">{text('identity.mandateState.coming')}</Tag></> : null}</span>
      <span>{words.scope(first)}{rest.length > 0 ? ` · ${text('identity.person.moreMandates', { count: rest.length })}` : ''}</span>
    </span>
  );
}

export function usePersonColumns(): Column<Person>[] {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const words = useMandateWords();
  return [
    { key: 'name', label: text('identity.person.name'), fixed: true, sort: 'name', cell: (person) => <PageLink href={`/administration/people/${person.id}`}>{name(person.name)}</PageLink>, export: (person) => name(person.name) },
    { key: 'state', label: text('identity.column.state'), cell: (person) => <Tag tone={personTones[person.state]}>{text(`identity.personState.${person.state}`)}</Tag>, export: (person) => text(`identity.personState.${person.state}`) },
    { key: 'mandates', label: text('identity.person.mandates'), cell: (person) => <Mandates person={person} />, export: (person) => person.mandates.filter((mandate) => mandate.state === 'inForce').map((mandate) => `${words.role(mandate)} (${words.scope(mandate)})`).join('; ') },
    { key: 'login', label: text('identity.column.login'), cell: (person) => person.login ?? '—', export: (person) => person.login },
    { key: 'email', label: text('identity.column.email'), cell: (person) => person.email ?? '—', export: (person) => person.email, deskOnly: true },
    { key: 'updatedAt', label: text('identity.person.updatedAt'), sort: 'updatedAt', cell: (person) => format.date(localDay(person.updatedAt)), export: (person) => person.updatedAt, optional: true },
  ];
}

import { useState } from 'react';
import type { ReactNode } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { listOrganisationRelations } from '../../words/organisation.contract.ts';
import type { Organisation, Relation } from '../../words/organisation.schema.ts';
import { organisationPath } from './organisation-columns.tsx';
import { relationWords } from './OrganisationSide.tsx';

/** Kinds that make a tree: who owns whom, who stands under which umbrella. */
export const isTreeKind = (relation: Relation): boolean => relation.kind === 'parent' || relation.kind === 'umbrella';

/** Above: parents and umbrellas. Then itself, then what stands below; each branch reads further when it is opened. */
export function RelationTree({ organisation, relations }: { organisation: Organisation; relations: readonly Relation[] }) {
  const name = useName();
  const text = useText();
  const tree = relations.filter(isTreeKind);
  const above = tree.filter((relation) => relation.direction === 'up');
  const below = tree.filter((relation) => relation.direction === 'down');
  const own = (
    <li>
      <span className="tree-line"><strong aria-current="true">{name(organisation.name)}</strong></span>
      {below.length > 0 ? <ul className="tree">{below.map((relation) => <Branch key={relation.id} relation={relation} seen={[organisation.id]} />)}</ul> : null}
    </li>
  );
  if (above.length === 0) return <ul className="tree tree-root" aria-label={text('registry.relation.tree')}>{own}</ul>;
  return (
    <ul className="tree tree-root" aria-label={text('registry.relation.tree')}>
      {above.map((relation, at) => (
        <li key={relation.id}>
          <Line relation={relation} />
          {at === above.length - 1 ? <ul className="tree">{own}</ul> : null}
        </li>
      ))}
    </ul>
  );
}

function Line({ relation, opener }: { relation: Relation; opener?: ReactNode }) {
  const text = useText();
  const name = useName();
  return (
    <span className="tree-line">
      {opener}
      <RecordLink kind="organisation" marked href={organisationPath(relation.other.id)} name={name(relation.other.name)} />
      <span className="small quiet">{relationWords(text, relation)}</span>
    </span>
  );
}

function Branch({ relation, seen }: { relation: Relation; seen: readonly string[] }) {
  const text = useText();
  const name = useName();
  const [open, setOpen] = useState(false);
  const id = relation.other.id;
  const query = useRoute(listOrganisationRelations, { params: { organisationId: id } }, { enabled: open });
  const below = (query.data?.items ?? []).filter((each) => isTreeKind(each) && each.direction === 'down' && !seen.includes(each.other.id));
  const opener = <IconButton icon={open ? 'down' : 'right'} size={12} label={text(open ? 'registry.relation.tree.close' : 'registry.relation.tree.open', { name: name(relation.other.name) })} aria-expanded={open} onClick={() => setOpen(!open)} />;
  return (
    <li>
      <Line relation={relation} opener={opener} />
      {open && query.data ? (
        below.length > 0 ? <ul className="tree">{below.map((each) => <Branch key={each.id} relation={each} seen={[...seen, id]} />)}</ul> : <p className="small quiet tree-empty">{text('registry.relation.tree.leaf')}</p>
      ) : null}
    </li>
  );
}

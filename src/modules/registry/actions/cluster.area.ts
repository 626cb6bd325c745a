import { clusterSubject } from '../store/subjects.store.ts';
import type { Area } from './area.ts';
import { archive, restore } from './cluster/archive-cluster.ts';
import { addBody, addSeat, removeBody, removeSeat, updateBody, updateSeat } from './cluster/body.ts';
import { check, classifyOne, verdicts } from './cluster/classify-cluster.ts';
import { addClusterOrganisation, listClusterOrganisations, removeClusterOrganisation, updateClusterOrganisation } from './cluster/cluster-organisation.ts';
import { create } from './cluster/create-cluster.ts';
import { form } from './cluster/form-cluster.ts';
import { addMember, listMembers, removeMember, updateMember } from './cluster/member.ts';
import { compose, get, list, points } from './cluster/read-cluster.ts';
import { addSubOrganisation, facets, removeSubOrganisation, roles, structure } from './cluster/structure.ts';
import { update } from './cluster/update-cluster.ts';

export const clusterArea: Area = {
  actions: {
    'cluster.list': list,
    'cluster.get': get,
    'cluster.create': create,
    'cluster.form': form,
    'cluster.update': update,
    'cluster.archive': archive,
    'cluster.restore': restore,
    'cluster.composition': compose,
    'cluster.points': points,
    'cluster.classify': classifyOne,
    'cluster.classifications': verdicts,
    'classification.check': check,
    'membership.list': listMembers,
    'membership.add': addMember,
    'membership.update': updateMember,
    'membership.remove': removeMember,
    'clusterOrganisation.list': listClusterOrganisations,
    'clusterOrganisation.add': addClusterOrganisation,
    'clusterOrganisation.update': updateClusterOrganisation,
    'clusterOrganisation.remove': removeClusterOrganisation,
    'body.add': addBody,
    'body.update': updateBody,
    'body.remove': removeBody,
    'seat.add': addSeat,
    'seat.update': updateSeat,
    'seat.remove': removeSeat,
    'cluster.facets': facets,
    'cluster.structure': structure,
    'organisation.clusterRoles': roles,
    'subOrganisation.add': addSubOrganisation,
    'subOrganisation.remove': removeSubOrganisation,
  },
  subjects: { cluster: clusterSubject },
  reasons: {
    classificationDisagrees: 422,
    nobodyMatches: 422,
    alreadyMember: 409,
    alreadyClusterOrganisation: 409,
    mainTaken: 409,
    seatEmpty: 422,
  },
};

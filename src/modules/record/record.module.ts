import type { Module } from '#platform/module/module.ts';
import { list as listComments, mentionable } from './actions/comment/read-comments.ts';
import { add as addComment, remove as removeComment, resolve, update as updateComment } from './actions/comment/write-comment.ts';
import { add, replace } from './actions/file/add-file.ts';
import { purge, quota, setQuota, survey } from './actions/file/administer-files.ts';
import { remove, restore, update } from './actions/file/change-file.ts';
import { attached, download, get, list, preview } from './actions/file/read-file.ts';
import { sweepFolders, tendFiles } from './actions/file/tend-files.ts';
import { viewHolding, viewSearch } from './actions/view/find-views.ts';
import { choose as chooseView, create as createView, list as listViews, remove as removeView, update as updateView } from './actions/view/keep-view.ts';
import { recordReasons, recordRoutes } from './record.contract.ts';
import { recordPermissions } from './record.rules.ts';

export const recordModule: Module = {
  room: 'record',
  routes: recordRoutes,
  actions: {
    'attached.get': attached,
    'file.list': list,
    'file.add': add,
    'file.get': get,
    'file.download': download,
    'file.preview': preview,
    'file.replace': replace,
    'file.update': update,
    'file.remove': remove,
    'file.restore': restore,
    'file.quota': quota,
    'file.setQuota': setQuota,
    'file.survey': survey,
    'file.purge': purge,
    'comment.list': listComments,
    'comment.add': addComment,
    'comment.update': updateComment,
    'comment.remove': removeComment,
    'comment.resolve': resolve,
    'comment.mentionable': mentionable,
    'savedView.list': listViews,
    'savedView.create': createView,
    'savedView.update': updateView,
    'savedView.remove': removeView,
    'savedView.choose': chooseView,
  },
  permissions: recordPermissions,
  reasons: recordReasons,
  noticeKinds: { 'record.mentioned': {}, 'record.commented': {} },
  jobs: { 'record.tendFiles': tendFiles, 'record.sweepFolders': sweepFolders },
  contributions: { searchSources: [viewSearch], holdings: [viewHolding] },
};

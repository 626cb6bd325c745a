import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { SelectField, TextField } from '#web/kit/form/fields.tsx';
import { findRecords } from '#web/kit/form/find-records.ts';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { createPost, listPosts, updatePost } from '../../words/post.contract.ts';
import type { Post } from '../../words/post.schema.ts';
import { besideField } from '../problem-beside.ts';

const formSchema = z.object({ name: nameSchema, superiorId: z.string().optional(), organisationId: z.string().optional() });
const refusals = { superiorBelow: 'superiorId', superiorUnknown: 'superiorId', scopeUnknown: 'organisationId' };

/** A new post, or another name and place in the chart for one that exists. */
export function EditPost({ post, onClose }: { post: Post | null; onClose: () => void }) {
  const text = useText();
  const name = useName();
  const posts = useRoute(listPosts, { query: {} });
  const create = useWrite(createPost, { touches: ['audit'], onDone: onClose });
  const update = useWrite(updatePost, { touches: ['audit', 'person'], onDone: onClose });
  const form = useForm({
    initial: post ? { name: post.name, superiorId: post.superiorId ?? undefined, organisationId: post.subjectKind === 'organisation' ? (post.subjectId ?? undefined) : undefined } : { name: {} },
    schema: formSchema,
    submit: (given) => {
      const subject = given.organisationId ? { subjectKind: 'organisation' as const, subjectId: given.organisationId } : post?.subjectKind === 'cluster' ? { subjectKind: 'cluster' as const, subjectId: post.subjectId } : { subjectKind: null, subjectId: null };
      const body = { name: given.name, superiorId: given.superiorId || null, ...subject };
      return besideField(post ? update.mutateAsync({ params: { postId: post.id }, ifMatch: post.version, body }) : create.mutateAsync({ body }), refusals);
    },
  });
  const title = text(post ? 'identity.post.edit' : 'identity.post.add');
  return (
    <Dialog open title={title} onClose={onClose}>
      <Form form={form} label={title} actions={<><Button onClick={onClose}>{text('identity.person.notNow')}</Button><Button kind="primary" type="submit" busy={form.sending}>{text('identity.post.save')}</Button></>}>
        <TextField form={form} path="name.zh" label={text('identity.post.nameZh')} />
        <TextField form={form} path="name.en" label={text('identity.post.nameEn')} />
        <SelectField form={form} path="superiorId" optional label={text('identity.post.superior')} options={(posts.data?.items ?? []).filter((each) => each.id !== post?.id).map((each) => ({ value: each.id, label: name(each.name) }))} />
        <ComboboxField form={form} path="organisationId" optional label={text('identity.post.subject')} find={findRecords('organisation')} known={post?.subjectId && post.subjectName && post.subjectKind === 'organisation' ? { value: post.subjectId, label: name(post.subjectName) } : null} />
      </Form>
    </Dialog>
  );
}

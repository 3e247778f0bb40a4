/**
 * Opinions on a paper that are given by a post: the head's, that of the head of the unit. They are asked of whoever holds the
 * post and of nobody else, and nobody's name stands under an opinion that was not given. Pure.
 */
import { type DocumentKind, type Field, fieldsOf, type Values } from '../document/document.ts';
import { isBlank, readPerson } from '../document/values.ts';
import type { FieldProblem } from './act-input.ts';
import type { StaffMember } from '../staff/staff.ts';

type Actor = Pick<StaffMember, 'name' | 'post' | 'roles'>;

/**
 * The values a paper starts with, `start`, as far as they are this person's to give: a post's name and date where the person
 * holds it, or where its opinion is among those `given`. The name of one's own post is one's own.
 */
export function ownStart(kind: DocumentKind, start: Values, given: Values, actor: Actor): Values {
  const kept = { ...start };
  for (const field of postFields(kind)) {
    if (actor.roles.includes(field.post)) {
      if (field.type === 'person') kept[field.name] = { name: actor.name, post: actor.post };
    } else if (!isOpinionGiven(kind, field.post, given)) delete kept[field.name];
  }
  return kept;
}

/** What is missing of the opinions this person has to give, and of those that are given in part; nobody signs with another's name. */
export function postProblems(kind: DocumentKind, values: Values, actor: Actor): FieldProblem[] {
  return postFields(kind).flatMap(({ name, label, post, type }): FieldProblem[] => {
    const pointer = `/${name}`;
    const isOwnPost = actor.roles.includes(post);
    const value = values[name];
    if (isBlank(value))
      return isOwnPost || isOpinionGiven(kind, post, values)
        ? [{ pointer, code: 'document/field-missing', message: `还缺${label}。` }]
        : [];
    return isOwnPost && type === 'person' && readPerson(value).name !== actor.name
      ? [
          {
            pointer,
            code: 'document/contradicts-file',
            message: `这里由您本人署名：${actor.name}。`,
          },
        ]
      : [];
  });
}

/** Whether a form shows the item to this person: the head sees the opinions of everybody, a unit's head their own. */
export function isShownTo({ post }: Field, { roles }: Pick<Actor, 'roles'>): boolean {
  return post === undefined || roles.includes(post) || roles.includes('head');
}

/** Whether a form requires the item of this person by their post. */
export function isOwn({ post }: Field, { roles }: Pick<Actor, 'roles'>): boolean {
  return post !== undefined && roles.includes(post);
}

type PostField = Field & { readonly post: NonNullable<Field['post']> };

function postFields(kind: DocumentKind): PostField[] {
  return fieldsOf(kind).filter((field): field is PostField => field.post !== undefined);
}

function isOpinionGiven(kind: DocumentKind, post: Field['post'], values: Values): boolean {
  return postFields(kind).some(
    (field) => field.post === post && field.type === 'text' && !isBlank(values[field.name]),
  );
}

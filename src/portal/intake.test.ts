import { describe, expect, it } from 'vitest';
import { faultsOf, readRequest, type RequestForm } from './intake.ts';
import { FAULTS } from './pages/intake.texts.ts';

const sent = (more: Record<string, string> = {}) =>
  new URLSearchParams({
    entry: 'penalty-2024-1',
    field: 'party',
    name: '李明',
    contact: '13900000000',
    content: '名称写错了',
    token: '0123456789abcdef0123456789abcdef',
    ...more,
  });
const faults = (more: Record<string, string>, kind: RequestForm['kind'] = 'correction') =>
  faultsOf(readRequest(kind, sent(more)));

it('a form filled in as asked has no fault', () => {
  expect(faults({})).toEqual([]);
});

describe('every item is checked, and what is wrong is said', () => {
  it.each<[string, Record<string, string>, string, string]>([
    ['nothing written', { content: ' \n ' }, 'content', FAULTS.content],
    ['too much written', { content: '字'.repeat(4001) }, 'content', FAULTS.tooLong(4000, 4001)],
    ['an unseen character', { content: 'a\u0000b' }, 'content', FAULTS.invisible],
    ['no name', { name: '' }, 'name', FAULTS.name],
    ['a name too long', { name: '名'.repeat(101) }, 'name', FAULTS.tooLong(100, 101)],
    ['no contact', { contact: '' }, 'contact', FAULTS.contact],
    ['a contact too short', { contact: '12' }, 'contact', FAULTS.contactShort],
    ['no decision', { entry: '' }, 'entry', FAULTS.entryMissing],
    ['something that is no decision', { entry: '../etc' }, 'entry', FAULTS.entry],
    ['a field far too long', { field: 'x'.repeat(41) }, 'field', FAULTS.field],
    ['a token that is not ours', { token: 'zz' }, 'token', FAULTS.token],
  ])('%s', (_title, more, field, words) => {
    expect(faults(more)).toEqual([{ field, words }]);
  });
  it('all at once', () => {
    expect(faults({ content: '', name: '', contact: '' })).toHaveLength(3);
  });
  it('a complaint needs no decision', () => {
    expect(faults({ entry: '' }, 'complaint')).toEqual([]);
  });
  it('lines may end as browsers end them', () => {
    expect(readRequest('complaint', sent({ content: '一\r\n二' })).content).toBe('一\n二');
    expect(faults({ content: '一\r\n二' })).toEqual([]);
  });
  it('a character beyond the basic plane counts as one', () => {
    expect(faults({ name: '𠀀'.repeat(100) })).toEqual([]);
  });
});

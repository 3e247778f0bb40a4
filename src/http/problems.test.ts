/** What an error becomes on the wire. */
import { expect, it } from 'vitest';
import { pack } from '../../test/support/script.ts';
import { problemOf } from './problems.ts';

it.each([
  new Error('Connection terminated unexpectedly'),
  Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' }),
])('a database that went away is no fault of the sender: %s', (error) => {
  expect(problemOf(error, '/api/matters', pack)).toMatchObject({
    status: 503,
    code: 'http/unavailable',
    instance: '/api/matters',
  });
});

it('a fault of our own has no problem document of its own', () => {
  expect(problemOf(new RangeError('an index'), '/api/matters', pack)).toBeNull();
});

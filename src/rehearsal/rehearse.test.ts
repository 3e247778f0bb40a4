import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { differences } from '../../test/support/compare-case.ts';
import { readPack } from '../platform/rules/read-pack.ts';
import { rehearse } from './rehearse.cli.ts';

const root = join(import.meta.dirname, '../..');
const pack = readPack(root);
const folder = join(root, 'test/cases');

describe('worked cases', () => {
  for (const file of readdirSync(folder).sort()) {
    const worked: { title: string; expect: unknown } = JSON.parse(
      readFileSync(join(folder, file), 'utf8'),
    );
    it(`${file}: ${worked.title}`, () => {
      expect(differences(worked.expect, rehearse(worked, pack))).toEqual([]);
    });
  }
});

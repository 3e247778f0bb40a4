import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../../test/support/database.ts';
import { openTestDesk, type TestDesk, uuidv7 } from '../../test/support/desk.ts';
import { foodCaseSteps, playFoodCase, requestOf } from '../../test/support/food-case.ts';
import type { ActCode } from '../matter/act-data.ts';
import type { ActRequest } from '../matter/prepare-act.ts';
import { processIo, runVerify } from '../verify/verify.cli.ts';
import { decodeBase64, encodeBase64Url } from './base64.ts';
import type { Json, JsonObject } from './canonical-json.ts';
import { nodeHashes } from './hashes.node.ts';
import { ed25519Signer, formatVkey } from './key.ts';
import { openLogStore } from './ledger.service.ts';
import { PREFIX, startSequencer, temporaryFolder, Writer } from './ledger.testkit.ts';
import { openable, type ShownEntry } from './openable.ts';
import { parseProofFile } from './proof-file.ts';
import { createProofs } from './proofs.service.ts';

const database = await freshDatabase();
const admin = await database.connect('admin');
const dataDir = await temporaryFolder();
const desk = await openTestDesk(database);
const { db } = desk;
const bureau = desk.bureau.id;
const sequencer = startSequencer(db, dataDir);
const proofs = createProofs({ db, store: (of) => openLogStore(dataDir, of) });

interface ProofRow {
  readonly entry_id: string;
  readonly version: number;
  readonly file: Buffer;
  readonly log_index: string;
  readonly tree_size: string;
  readonly commitment: Buffer;
}

async function provenOf(matter: string): Promise<ProofRow[]> {
  const { rows } = await admin.query<ProofRow>(
    `select p.* from published.proof p join published.entry e using (bureau_id, entry_id, version)
      where e.matter_id = $1 order by version`,
    [matter],
  );
  return rows;
}

/** Exit code and report of the verifier, given the file and keys alone. */
async function verify(file: Uint8Array, ...keys: string[]) {
  const path = join(await temporaryFolder(), 'decision.tlog-proof');
  await writeFile(path, file);
  let out = '';
  const io = { ...processIo, out: (text: string) => void (out += text) };
  const exit = await runVerify([path, '--json', ...keys.flatMap((key) => ['--key', key])], io);
  return { exit, report: JSON.parse(out) };
}

/** Everything readable in a proof file: its own text, and what `extra` and the event in it decode to. */
function readable(file: Uint8Array): string {
  const text = Buffer.from(file).toString('utf8');
  const extra = /^extra (.*)$/m.exec(text)?.[1] ?? '';
  const event = parseProofFile(file).extra?.event ?? new Uint8Array();
  return [text, Buffer.from(decodeBase64(extra)).toString(), Buffer.from(event).toString()].join(
    '\n',
  );
}

/** The case up to a publication that withholds these segments. */
async function publish(
  of: TestDesk,
  matter: string,
  hidden: ActRequest['hidden'],
): Promise<number> {
  const seq = await playFoodCase(of, matter, { until: 'decision.delivered' });
  return act(
    of,
    matter,
    await act(of, matter, seq, 'publication.reviewed', hidden),
    'publication.published',
  );
}

async function act(
  of: TestDesk,
  matter: string,
  seq: number,
  code: ActCode,
  hidden: ActRequest['hidden'] = [],
): Promise<number> {
  const step = foodCaseSteps(of).find((one) => one.act === code);
  if (!step) throw new Error(`no step ${code}`);
  const request = { ...requestOf(of, step), hidden };
  return (await of.matters.act(await of.actor(step.who), matter, request, seq)).seq;
}

const decisionOf = async (matter: string): Promise<number> => {
  const file = await desk.matters.file(bureau, matter);
  return file?.acts.find(({ type }) => type === 'decision.made')?.seq ?? 0;
};

describe('a published decision', async () => {
  const matter = uuidv7();
  await publish(desk, matter, [{ paragraph: 2, segment: 0, ground: 'privacy' }]);
  const decision = await decisionOf(matter);

  test('has no proof before it is under a checkpoint', async () => {
    expect(await proofs.makeProof(bureau, matter, decision, () => true)).toBeNull();
    expect(await proofs.proveEntries(bureau)).toBe(0);
    expect(await provenOf(matter)).toEqual([]);
  });

  test('then has one, and only one', async () => {
    await sequencer.sequenceOnce(bureau);
    expect(await proofs.proveEntries(bureau)).toBe(1);
    expect(await proofs.proveEntries(bureau)).toBe(0);
    const [proof, ...more] = await provenOf(matter);
    expect(more).toEqual([]);
    const { rows } = await admin.query(
      `select l.idx, a.commitment from ledger.leaf l join acts.act a using (bureau_id, stream_id, seq)
        where l.stream_id = $1 and l.seq = $2`,
      [matter, decision],
    );
    expect(proof?.log_index).toBe(rows[0].idx);
    expect(proof?.commitment).toEqual(rows[0].commitment);
    expect(Number(proof?.tree_size)).toBe((await sequencer.state(bureau)).size);
  });

  test('proves itself to anybody, with its own keys and with keys got elsewhere', async () => {
    const file = (await provenOf(matter))[0]?.file ?? new Uint8Array();
    const vkeys = (await sequencer.keys.find(bureau))?.vkeys ?? [];
    const alone = await verify(file);
    expect(alone.exit).toBe(0);
    expect(alone.report.limits.map(({ limit }: { limit: string }) => limit)).toContain(
      'key-not-pinned',
    );
    for (const vkey of vkeys.slice(0, 2)) {
      const pinned = await verify(file, vkey);
      expect(pinned.exit).toBe(0);
      expect(pinned.report.facts).toMatchObject({
        log: `${PREFIX}/${bureau}`,
        type: 'decision.made',
        stream: matter,
        n: decision,
      });
    }
    expect((await verify(file, ...vkeys)).exit).toBe(0);
  });

  test('is refuted by another key of the same name, and not judged by a key of another log', async () => {
    const file = (await provenOf(matter))[0]?.file ?? new Uint8Array();
    const keyOf = (name: string) =>
      formatVkey(ed25519Signer(nodeHashes, name, 'log', nodeHashes.sha256()).key);
    expect((await verify(file, keyOf(`${PREFIX}/${bureau}`))).exit).toBe(1);
    expect((await verify(file, keyOf(`${PREFIX}/110000`))).exit).toBe(2);
  });

  test('shows the words of its public entry, and none that are withheld', async () => {
    const { rows } = await admin.query(
      'select body, number, penalty, withheld from published.entry where matter_id = $1',
      [matter],
    );
    const entry = rows[0];
    const file = (await provenOf(matter))[0]?.file ?? new Uint8Array();
    const opened: Record<string, Json> = (await verify(file)).report.facts.opened;
    const words = Object.entries(opened)
      .filter(([name]) => name.startsWith('text.'))
      .map(([name, value]) => ({
        place: name.split('.').map(Number),
        text: (value as { text: string }).text,
      }))
      .sort(
        (a, b) => (a.place[1] ?? 0) - (b.place[1] ?? 0) || (a.place[2] ?? 0) - (b.place[2] ?? 0),
      )
      .map(({ text }) => text)
      .join('');
    const shown = entry.body
      .flatMap(({ segments }: { segments: { text?: string }[] }) => segments)
      .map(({ text }: { text?: string }) => text ?? '')
      .join('');
    expect(shown.length).toBeGreaterThan(500);
    expect(words).toBe(shown);
    expect(entry.withheld.length).toBeGreaterThan(1);
    expect(opened['text.2.0']).toBeUndefined();
    expect(opened['data.number']).toBe(entry.number);
    const others = Object.keys(opened).filter((name) => !name.startsWith('text.'));
    expect(others.sort()).toEqual(['data.authority', 'data.number', 'data.penalty', 'happened']);
  });

  test('gives away no value of any other field', async () => {
    const file = (await provenOf(matter))[0]?.file ?? new Uint8Array();
    const { rows } = await admin.query<{ opened: Buffer }>(
      'select opened from acts.act where stream_id = $1 and seq = $2',
      [matter, decision],
    );
    const fields: Record<string, [string, Json]> = JSON.parse((rows[0]?.opened ?? '').toString());
    const opened = parseProofFile(file).extra?.open ?? {};
    const closed = Object.entries(fields).filter(([name]) => !(name in opened));
    expect(closed.map(([name]) => name)).toContain('by');
    const text = readable(file);
    // Names of fields and what is opened are for everybody to read.
    const shown = [
      ...Object.keys(fields),
      ...Object.values(opened).flatMap(({ value }) => stringsOf(value)),
    ].join('\n');
    for (const [name, [salt, value]] of closed) {
      expect(text.includes(salt), name).toBe(false);
      const words = stringsOf(value).filter((word) => word.length > 5 && !shown.includes(word));
      for (const word of words) expect(text.includes(word), `${name}: ${word}`).toBe(false);
    }
    for (const secret of ['350502199001010018', '13900000000', desk.ids.head, desk.ids.o1]) {
      expect(text.includes(secret), secret).toBe(false);
    }
  });

  test('[XZ-R-20a] gets no proof once its original was changed, and its neighbour still does', async () => {
    const [changed, whole] = [uuidv7(), uuidv7()];
    for (const one of [changed, whole]) await publish(desk, one, []);
    await sequencer.sequenceOnce(bureau);
    await admin.query(
      `update acts.act set opened = convert_to(replace(convert_from(opened, 'UTF8'), '"text":"当事人', '"text":"被罚人'), 'UTF8')
        where stream_id = $1 and type = 'decision.made'`,
      [changed],
    );
    await expect(proofs.proveEntries(bureau)).rejects.toThrow('1 entries unproven');
    expect(await provenOf(changed)).toEqual([]);
    expect(await provenOf(whole)).toHaveLength(1);
    await expect(
      proofs.makeProof(bureau, changed, await decisionOf(changed), () => true),
    ).rejects.toMatchObject({ code: 'field/differs' });
  });
});

/** All texts in a value. */
function stringsOf(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

describe('whatever a decision says', () => {
  test('its proof holds what may be opened and no value of another field', {
    timeout: 60_000,
  }, async () => {
    const writer = new Writer(db, bureau);
    let secrets = 0;
    const secret = (): string => `secret${(secrets += 1)}-${encodeBase64Url(nodeHashes.sha256())}`;
    const plain = fc.constant(null).map(() => ({ text: secret() }));
    const marked = fc.constant(null).map(() => ({ text: secret(), sensitive: secret() }));
    const decision = fc.record({
      text: fc.array(fc.array(fc.oneof(plain, marked), { minLength: 1, maxLength: 4 }), {
        maxLength: 4,
      }),
      reasons: fc.array(fc.constant(null).map(secret), { maxLength: 2 }),
      party: fc.constant(null).map(() => ({ name: secret(), phone: secret() })),
      penalty: fc.oneof(
        fc.record({ fine: fc.nat() }),
        fc.constant(null).map(() => ({ goods: secret() })),
      ),
    });
    const entry: fc.Arbitrary<ShownEntry> = fc.record({
      form: fc.constantFrom('summary', 'document', 'both'),
      hidden: fc.array(fc.record({ paragraph: fc.nat(3), segment: fc.nat(3) }), { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(decision, entry, async (data: JsonObject, shown) => {
        const seq = await writer.record('test.decided', {
          ...data,
          number: '泉鲤市监处罚〔2025〕12号',
        });
        await sequencer.sequenceOnce(bureau);
        const sealed = await sealedFields(writer.stream.id, seq);
        const names = new Set(openable(shown, sealed));
        const file = await proofs.makeProof(bureau, writer.stream.id, seq, (name) =>
          names.has(name),
        );
        if (file === null) throw new Error('no proof');
        expect((await verify(file)).exit).toBe(0);
        expect(Object.keys(parseProofFile(file).extra?.open ?? {}).sort()).toEqual(
          [...names].sort(),
        );
        const text = readable(file);
        for (const [name, value] of Object.entries(sealed)) {
          const words = stringsOf(value).filter((word) => word.startsWith('secret'));
          for (const word of words) expect(text.includes(`"${word}"`), name).toBe(names.has(name));
        }
      }),
      { numRuns: 40 },
    );
  });
});

async function sealedFields(stream: string, seq: number): Promise<Record<string, Json>> {
  const { rows } = await admin.query<{ opened: Buffer }>(
    'select opened from acts.act where stream_id = $1 and seq = $2',
    [stream, seq],
  );
  const fields: Record<string, [string, Json]> = JSON.parse((rows[0]?.opened ?? '').toString());
  return Object.fromEntries(Object.entries(fields).map(([name, [, value]]) => [name, value]));
}

test('a withdrawn entry gets no proof', async () => {
  const matter = uuidv7();
  await publish(desk, matter, []);
  await sequencer.sequenceOnce(bureau);
  // No act of withdrawal stands behind it.
  await admin.query('alter table published.withdrawal drop constraint withdrawal_act');
  await admin.query(
    `insert into published.withdrawal
      select bureau_id, entry_id, version, matter_id, seq, current_date, 'overturned', 'art. 48'
      from published.entry where matter_id = $1`,
    [matter],
  );
  await proofs.proveEntries(bureau).catch(() => 0);
  expect(await provenOf(matter)).toEqual([]);
});

/** Acts of one stream, each chained to the one before it. */
import { type Cells, commitment, hash, type Row, valuesOf } from './rows.ts';

let acts = 0;

/** What an act says: names of its fields and their values. */
export type Says = Readonly<Record<string, unknown>>;

export class StreamWriter {
  /** Position of the last act written; 0 before the first. */
  seq = 0;
  readonly bureau: string;
  readonly id: string;
  readonly kind: string;

  constructor(bureau: string, id: string, kind: string) {
    this.bureau = bureau;
    this.id = id;
    this.kind = kind;
  }

  /** The next act, recorded by `recorder`: done by that person too, and saying more where given. */
  act(type: string, at: string, recorder = this.id, says: Says = {}): Row {
    const seq = (this.seq += 1);
    const place = (n: number): string => commitment(`${this.bureau} ${this.id} ${n}`);
    const cells: Cells = {
      bureau_id: this.bureau,
      stream_id: this.id,
      seq,
      act_id: `10000000-0000-7000-8000-${(acts += 1).toString(16).padStart(12, '0')}`,
      stream_kind: this.kind,
      type,
      happened_at: at,
      recorded_at: at,
      recorded_by: recorder,
      prev_seq: seq === 1 ? null : seq - 1,
      prev_commitment: seq === 1 ? null : place(seq - 1),
      commitment: place(seq),
      event: '\\x00',
      salt: hash('salt'),
      request_hash: hash('request'),
    };
    say(cells, { happened: at, by: [recorder], 'recorded-by': recorder, pack: null, ...says });
    return { table: 'acts.act', cells };
  }
}

/** The decision that an act holds, where it names the hash of one. */
function holding(type: unknown, said: Says): (readonly [string, readonly unknown[]])[] {
  const values = valuesOf(said['data.draft']);
  if (!values) return [];
  return type === 'review.requested'
    ? [['data.proposal', ['salt', { values }]]]
    : [['data.documents', ['salt', [{ values }]]]];
}

/** Lets an act say something else besides, in its values and in what constraints ask of it. */
export function say(act: Cells, says: Says): void {
  const said = { ...(act['said'] as Says | undefined), ...says }; // written here only
  const fields = Object.entries(said).map(([name, value]) => [
    name,
    // Constraints ask for nothing but the kind of a party.
    ['salt', name === 'data.party' ? { kind: value, name: '某某' } : value],
  ]);
  const json = JSON.stringify(Object.fromEntries([...fields, ...holding(act['type'], said)]));
  Object.assign(act, { said, opened: `\\x${Buffer.from(json).toString('hex')}` });
}

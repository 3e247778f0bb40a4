/** Acts of one stream, each chained to the one before it. */
import { commitment, hash, type Row } from './rows.ts';

let acts = 0;

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

  /** The next act. */
  act(type: string, at: string): Row {
    const seq = (this.seq += 1);
    const place = (n: number): string => commitment(`${this.bureau} ${this.id} ${n}`);
    return {
      table: 'acts.act',
      cells: {
        bureau_id: this.bureau,
        stream_id: this.id,
        seq,
        act_id: `10000000-0000-7000-8000-${(acts += 1).toString(16).padStart(12, '0')}`,
        stream_kind: this.kind,
        type,
        happened_at: at,
        recorded_at: at,
        recorded_by: this.id,
        prev_seq: seq === 1 ? null : seq - 1,
        prev_commitment: seq === 1 ? null : place(seq - 1),
        commitment: place(seq),
        event: '\\x00',
        salt: hash('salt'),
        opened: '\\x7b7d',
        request_hash: hash('request'),
      },
    };
  }
}

/** The stored files that an act names: documents, exhibits, thumbnails. Pure. */
import type { RecordedAct } from '../act/act.ts';

/** SHA-256 and length of each. */
export function filesIn({ data }: Pick<RecordedAct, 'data'>): [string, number][] {
  const documents: unknown = data['documents'];
  const pdfs: unknown[] = Array.isArray(documents)
    ? documents.map((one: unknown) => memberOf(one, 'pdf'))
    : [];
  return [...pdfs, data['blob'], data['thumbnail']].flatMap((file): [string, number][] => {
    const sha256 = memberOf(file, 'sha256');
    const size = memberOf(file, 'size');
    return typeof sha256 === 'string' && typeof size === 'number' ? [[sha256, size]] : [];
  });
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

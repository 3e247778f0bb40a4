/**
 * Text as the search index takes it: pairs of neighbouring characters, then single ones. Found as
 * exactly as by LIKE, without a dictionary that misses names.
 */
const RUN = /[\p{Script=Han}a-z0-9]+/gu;

/** Items are set as 第十项 and as 第（十）项. */
const ITEM = /第\s*\(([〇零一二三四五六七八九十百\d]+)\)\s*项/g;

function runs(text: string): string[][] {
  const plain = text.normalize('NFKC').replaceAll(ITEM, '第$1项').toLowerCase();
  return (plain.match(RUN) ?? []).map((run) => Array.from(run));
}

function pairs(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** The words to index for `texts`, separated by spaces. Runs are kept apart by a mark, so that no pair spans two. */
export function searchText(texts: readonly string[]): string {
  const all = texts.flatMap(runs);
  const singles = new Set(all.flat());
  return [...all.flatMap((run) => [...pairs(run), 'zzgap']), ...singles].join(' ');
}

/** The words of a query: for each run of two characters or more its pairs in order, else the single character. */
export function queryWords(query: string): string[][] {
  return runs(query).map((run) => (run.length === 1 ? run : pairs(run)));
}

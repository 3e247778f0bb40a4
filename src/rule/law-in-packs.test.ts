/** The law is data: what the program says to people cites no article but one it read from a pack. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { findRoot } from '../platform/package-root.ts';

const SOURCES = join(findRoot(import.meta.url), 'src');
/** A law by its name in 《》, or an article by its number. */
const CITED = /《[^》]*(?:法|条例|规定|办法)》|第[〇一二三四五六七八九十百]+条/;
/** Tests, and the rehearsal bureau, whose officers write what officers write. */
const APART = /\.(?:test|testkit)\.|^demo\//;

it('no law and no article is named in a text of the program', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !APART.test(name),
  );
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap(citing)).toEqual([]);
});

it('would see one in a string, a template or the text of a page', () => {
  for (const source of [
    `const a = '依据《行政处罚法》办理';`,
    'const b = `按${law}第四十八条`;',
    'const c = <p>见公示规定第六条</p>;',
  ])
    expect(textsOf('a.tsx', source).filter((text) => CITED.test(text))).toHaveLength(1);
});

function citing(name: string): string[] {
  const source = readFileSync(join(SOURCES, name), 'utf8');
  const texts = CITED.test(source) ? textsOf(name, source) : [];
  return texts.filter((text) => CITED.test(text)).map((text) => `${name}: ${text.trim()}`);
}

/** Strings, pieces of templates and texts of elements; comments are none of them. */
function textsOf(name: string, source: string): string[] {
  const texts: string[] = [];
  visit(ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true));
  return texts;

  function visit(node: ts.Node): void {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node) ||
      ts.isJsxText(node)
    )
      texts.push(node.text);
    ts.forEachChild(node, visit);
  }
}

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSql } from './split-sql.ts';

function texts(sql: string): string[] {
  return splitSql(sql).map(({ text }) => text);
}

describe('splitSql', () => {
  it('ends a statement at a semicolon and tells its line', () => {
    expect(splitSql('select 1;\n\nselect\n  2;\n')).toEqual([
      { text: 'select 1', line: 1 },
      { text: 'select\n  2', line: 3 },
    ]);
  });

  it('takes a last statement without a semicolon', () => {
    expect(texts('select 1; select 2')).toEqual(['select 1', 'select 2']);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['comments', '-- one;\n/* two; */\n'],
    ['empty statements', ';; ; -- x\n;'],
  ])('finds no statement in %s', (_, sql) => {
    expect(splitSql(sql)).toEqual([]);
  });

  it('drops comments before a statement and keeps those inside', () => {
    expect(splitSql('-- why; this\nselect 1 -- a; b\n, 2;')).toEqual([
      { text: 'select 1 -- a; b\n, 2', line: 2 },
    ]);
  });

  it('drops a comment behind the last statement', () => {
    expect(texts('select 1; -- done')).toEqual(['select 1']);
  });

  it.each([
    ['a string', "select 'a;b'"],
    ['a doubled quote', "select 'it''s; fine'"],
    ['a string over lines', "select 'a;\nb'"],
    ['a backslash that escapes nothing', "select 'C:\\'"],
    ['an escape string', "select E'it\\'s; fine'"],
    ['an escape string ending in a backslash', "select e'a\\\\'"],
    ['an escape string with a doubled quote', "select E'a'';b\\''"],
    ['a unicode string', "select U&'\\0041;'"],
    ['a quoted name', 'select ";" from "a;""b"'],
    ['a quoted name with quotes in it', `select "it's;"`],
    ['a block comment', 'select /* a; b */ 1'],
    ['a nested block comment', 'select /* a /* b; */ c; */ 1'],
    ['a quote in a comment', "select 1 -- don't; stop\n, 2"],
    ['a comment mark in a string', "select '--', '/*; '"],
    ['an empty dollar tag', 'do $$ begin; end; $$'],
    ['a named dollar tag', 'do $body$ select $$a;$$; $body$'],
    ['a dollar tag of Chinese letters', 'do $体$ a; $体$'],
    ['a half dollar tag inside', 'do $a$ $b; $a b$; $a$'],
    ['quotes in a dollar quote', 'do $x$ it\'s; " $x$'],
    ['parentheses', 'create rule r as on insert to t do also (delete from a; delete from b)'],
    ['a name with dollars', 'select a$b$ from c$b$'],
    ['parameters', 'select $1, $2'],
    ['a division', 'select 4 /2 *3 - -1'],
    [
      'an atomic body',
      'create function f() returns int begin atomic select 1; select case when true then 1 end; end',
    ],
    [
      'a replaced procedure with nested blocks',
      'CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (1); END',
    ],
  ])('does not end a statement inside %s', (_, statement) => {
    expect(texts(`${statement};select 2`)).toEqual([statement, 'select 2']);
  });

  it('does not take begin and end of other statements for a body', () => {
    expect(texts('begin; select 1; end; begin atomic; select 2')).toEqual([
      'begin',
      'select 1',
      'end',
      'begin atomic',
      'select 2',
    ]);
  });

  it('forgets the words of the statement before', () => {
    expect(texts('create function f() returns int return 1; begin; atomic; end')).toEqual([
      'create function f() returns int return 1',
      'begin',
      'atomic',
      'end',
    ]);
  });

  it.each([
    ["select 1;\nselect 'a", 'line 2: a string that does not end'],
    ["select 'a''", 'line 1: a string that does not end'],
    ["select E'a\\'", 'line 1: a string that does not end'],
    ['select "a', 'line 1: a quoted name that does not end'],
    ['\n\nselect /* /* */', 'line 3: a comment that does not end'],
    ['do $a$ $b$', 'line 1: a dollar quote that does not end'],
    ['select (1;', 'line 1: a parenthesis that does not end'],
    [
      'create function f() returns int begin atomic select 1;',
      'line 1: a BEGIN ATOMIC body that does not end',
    ],
  ])('refuses %j', (sql, message) => {
    expect(() => splitSql(sql)).toThrow(new SyntaxError(message));
  });

  it('gives back whatever statements were joined', () => {
    const fragment = fc.constantFrom(
      'a',
      ' 1',
      " ';'",
      " E'\\';'",
      ' ";"',
      ' $$;$$',
      ' $q$;$$;$q$',
      ' (;)',
      ' /*;*/',
      ' --;\n',
      ' 令',
      '\n',
      ' -',
      ' /',
    );
    const statement = fc
      .array(fragment, { maxLength: 8 })
      .map((fragments) => `select${fragments.join('')} x`);
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 6 }), (statements) => {
        expect(texts(statements.map((text) => `${text};`).join('\n'))).toEqual(statements);
      }),
    );
  });

  it('is not slow or deep on a long string', () => {
    const long = "''a".repeat(1_000_000);
    expect(texts(`select '${long}'; select 2`)).toEqual([`select '${long}'`, 'select 2']);
  });
});

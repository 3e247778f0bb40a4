import { afterAll, describe, expect, test } from 'vitest';
import { decisionText, paragraphLines } from './decision-text.ts';
import { extendKind } from './document.schema.ts';
import { type Field, fieldsOf } from './document.ts';
import { pdfText } from './pdf.ts';
import { printValue } from './print-value.ts';
import { openRenderer } from './render.ts';
import {
  bureau,
  root,
  sampleRequest,
  sampleWith,
  squeeze,
  templateOf,
  templates,
  terms,
} from './samples.testing.ts';

const renderer = openRenderer({ root, workers: 2 });
afterAll(() => renderer.close());

/** Text of the body: the note on copies and the lines all pages end with (signature foot, page number) are taken off. */
function bodyText(pages: readonly string[], copies: string | null): string {
  const lines = pages.map((page) =>
    page
      .split('\n')
      .map((line) => squeeze(line).replace(/^第\d+页共\d+页$/, '第#页'))
      .filter((line) => line !== '' && line !== copies),
  );
  const common = (back: number): boolean =>
    lines.every((page) => page.at(-back) !== undefined && page.at(-back) === lines[0]?.at(-back));
  let foot = lines.every((page) => page.at(-1) === '第#页') ? 1 : 0;
  while (lines.length > 1 && common(foot + 1)) foot += 1;
  return lines.flatMap((page) => page.slice(0, page.length - foot)).join('');
}

/** Words a given value must leave on the paper, whatever the layout. */
function wordsOf(field: Field, value: unknown): string[] {
  const printed = printValue(field, value);
  switch (field.type) {
    case 'choice':
    case 'choices':
    case 'boolean':
      return printed.options.filter((option) => option.on).map((option) => option.label);
    case 'party':
      return printed.pairs.map((pair) => pair.text);
    case 'officers':
      return printed.pairs.flatMap((pair) => [pair.label, pair.text]);
    case 'person':
      return printed.pairs.map((pair) => pair.label);
    case 'list':
      return field.format === 'penalties' ? [...printed.lines] : printed.rows.flat();
    default:
      return [...printed.lines];
  }
}

describe('every form', () => {
  test.each([...templates.values()].map((kind) => [kind.folder, kind] as const))(
    '%s prints every item it was given, from its title to its number',
    async (_, kind) => {
      const whole = sampleRequest(kind);
      const { pdf, pages } = await renderer.renderDocument(whole);
      const read = await pdfText(pdf);
      expect(read).toHaveLength(pages);
      const text = bodyText(read, kind.copies);
      const given = fieldsOf(kind).filter((field) => field.printed !== false);
      for (const field of given) {
        // Numbered evidence gives its closing full stop to the numbering.
        for (const words of wordsOf(field, whole.values[field.name])) {
          expect(text, `${field.name}: ${words}`).toContain(squeeze(words).replace(/。$/, ''));
        }
      }
      if (whole.number !== null) expect(text).toContain(whole.number);
      if (kind.copies !== null) expect(squeeze(read.at(-1) ?? '')).toContain(kind.copies);
    },
  );

  test.each([...templates.values()].map((kind) => [kind.folder, kind] as const))(
    '[QZ-13] %s prints what a bureau adds to it',
    async (_, kind) => {
      const extended = extendKind(kind, {
        code: kind.code,
        sections: [
          {
            title: '本局补充事项',
            fields: [
              { name: 'grid-number', label: '网格编号', type: 'line', required: true },
              { name: 'silent', label: '内部标签', type: 'line', printed: false },
            ],
          },
        ],
      });
      const whole = sampleRequest(extended);
      await expect(renderer.renderDocument(whole)).rejects.toThrow('/grid-number');
      const values = { ...whole.values, 'grid-number': '网格丁卯', silent: '不印的标签' };
      const { pdf } = await renderer.renderDocument({ ...whole, values });
      const text = squeeze((await pdfText(pdf)).join(''));
      expect(text).toContain('网格编号');
      expect(text).toContain('网格丁卯');
      expect(text).not.toContain('不印的标签');
    },
  );

  test('records are signed at the foot of every page, and every page is counted', async () => {
    const transcripts = [...templates.values()].filter((kind) => kind.category === 'transcript');
    expect(transcripts).toHaveLength(7);
    for (const kind of transcripts) {
      const { pdf, pages } = await renderer.renderDocument(sampleRequest(kind));
      const read = await pdfText(pdf);
      read.forEach((page, index) => {
        expect(squeeze(page), kind.folder).toMatch(
          new RegExp(`（签名[^）]*）：.*第${index + 1}页共${pages}页$`),
        );
      });
    }
  });
});

describe('what the law makes a form say', () => {
  async function textOf(code: string, values: object = {}): Promise<string> {
    const { pdf } = await renderer.renderDocument(sampleWith(code, values));
    return squeeze((await pdfText(pdf)).join(''));
  }

  test('[QZ-7] [JX-1.5] the notice tells the right to be heard, and of a hearing only where there is one', async () => {
    const told = await textOf('penalty-notice');
    expect(told).toContain('有权对上述内容进行陈述、申辩');
    expect(told).toContain('五个工作日内，未行使陈述、申辩权的，视为放弃此权利');
    expect(told).toContain('有权要求举行听证');
    const untold = await textOf('penalty-notice', { hearing: 'not-in-scope' });
    expect(untold).toContain('有权对上述内容进行陈述、申辩');
    expect(untold).not.toContain('听证');
  });

  test('[JX-1.5] a penalty on the spot goes to reconsideration first', async () => {
    const text = await textOf('summary-decision');
    expect(text).toContain('先复议后诉讼');
    expect(text).toContain('六十日内先向泉州市鲤城区人民政府申请行政复议');
    expect(text).toContain('对行政复议决定不服的');
    expect(text).not.toContain('六个月');
  });

  test.each([
    ['to a bank', {}],
    ['by electronic means', { payment: 'electronic', 'payment-bank': undefined }],
    [
      'on the spot, and refused',
      {
        payment: 'on-spot',
        'payment-bank': undefined,
        'on-spot-ground': 'small',
        signing: 'refused',
        refusal: '当事人拒绝签收，店员在场见证。',
      },
    ],
  ])(
    'the text of a penalty on the spot is what its form prints, but for boxes not ticked: paid %s',
    async (_title, more) => {
      const { kind, values, number, date } = sampleWith('summary-decision', more);
      const paper = await textOf('summary-decision', more);
      const boxes = /^(罚款的缴纳方式|当场收缴的理由)：([^。]+)/;
      const frame = { bureauName: bureau.name, number, date, terms };
      for (const line of paragraphLines(decisionText(kind, values, frame))) {
        const [, label, chosen] = boxes.exec(line) ?? [];
        for (const words of label && chosen ? [label, chosen] : [line])
          expect(paper).toContain(squeeze(words));
      }
    },
  );

  test('[QZ-6] [QZ-7] records hold the showing of certificates with their numbers and the rights told', async () => {
    for (const code of ['scene-record', 'inquiry-record']) {
      const text = await textOf(code);
      expect(text).toContain('这是我们的执法证件，执法证号分别是350502-0311、350502-0326');
      expect(text).toContain('有权进行陈述和申辩');
      expect(text).toContain('有权申请回避');
    }
  });

  test('seizures, preservation and demands state their limits', async () => {
    expect(await textOf('compulsion-decision')).toContain('不得使用或者损毁');
    expect(await textOf('preservation-notice')).toContain('七个工作日内作出处理决定');
    expect(await textOf('performance-demand')).toContain('自收到本催告书之日起十日内履行');
  });

  test('titles follow the choice the form stands for', async () => {
    expect(await textOf('case-opening')).toContain('立案审批表');
    const declined = await textOf('case-opening', {
      conclusion: 'decline',
      'decline-ground': 'first',
    });
    expect(declined).toContain('不予立案审批表');
    expect(declined).toContain('✓初次违法且危害后果轻微并及时改正');
    expect(await textOf('review-form', { 'review-kind': 'case' })).toContain('案件审核表');
  });
});

describe('a decision on paper and as text', () => {
  test.each(['penalty-decision', 'no-penalty-decision'])(
    '%s: read back from the PDF, the text is exactly its paragraphs',
    async (code) => {
      const kind = templateOf(code);
      const whole = sampleRequest(kind, { qr: null });
      const { pdf } = await renderer.renderDocument(whole);
      const pages = (await pdfText(pdf)).map((page) =>
        squeeze(page).replace(/第\d+页共\d+页$/, ''),
      );
      const frame = { bureauName: bureau.name, number: whole.number, date: whole.date, terms };
      const paragraphs = paragraphLines(decisionText(kind, whole.values, frame));
      expect(pages.join('')).toBe(squeeze(paragraphs.join('')));
    },
  );
});

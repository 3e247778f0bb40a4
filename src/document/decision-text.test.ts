import { describe, expect, test } from 'vitest';
import type { DecisionFrame } from './decision-lines.ts';
import { decisionParts, decisionText, paragraphLines } from './decision-text.ts';
import { extendKind } from './document.schema.ts';
import type { DocumentTemplate, Values } from './document.ts';
import { bureau, sampleRequest, templateOf, terms } from './samples.testing.ts';
import { paragraphText } from './sensitive.ts';

function form(code: string): { kind: DocumentTemplate; values: Values; frame: DecisionFrame } {
  const { kind, values, number, date } = sampleRequest(templateOf(code));
  return { kind, values, frame: { bureauName: bureau.name, number, date, terms } };
}

const { kind, values, frame } = form('penalty-decision');

function headings(text: ReturnType<typeof decisionParts>): string[] {
  return text
    .filter((part) => part.style === 'heading')
    .map((part) => paragraphText(part.paragraph));
}

describe('a penalty decision', () => {
  const lines = paragraphLines(decisionText(kind, values, frame));

  test('has its sections in the order the law lists them', () => {
    expect(headings(decisionParts(kind, values, frame))).toEqual([
      '一、案件来源与调查经过',
      '二、违法事实',
      '三、证据及采信理由',
      '四、陈述申辩及采纳情况',
      '五、定性与依据',
      '六、裁量理由',
      '七、处罚内容',
      '八、履行方式和期限',
      '九、救济途径',
      '十、公示告知',
    ]);
  });

  test('begins with the summary for publication: six items', () => {
    expect(lines.slice(0, 7)).toEqual([
      '行政处罚信息摘要',
      '行政处罚决定书文号　泉鲤市监处罚〔2026〕71号',
      '当事人基本情况　泉州市鲤城区晨禾生鲜超市有限公司，91350502MAURQ2839J，贺明远',
      '违法行为类型　经营超过保质期的食品',
      '行政处罚内容　没收违法所得380元（大写：叁佰捌拾元整）；没收超过保质期的风味酸乳28盒，货值840元（大写：捌佰肆拾元整）；罚款52000元（大写：伍万贰仟元整）',
      '作出行政处罚决定机关名称　泉州市鲤城区市场监督管理局',
      '作出行政处罚决定日期　2026年9月23日',
    ]);
  });

  test('penalties are numbered, with amounts in figures and capital words', () => {
    const start = lines.findIndex((line) => line.endsWith('作出如下行政处罚：'));
    expect(lines.slice(start + 1, start + 4)).toEqual([
      '（一）没收违法所得380元（大写：叁佰捌拾元整）；',
      '（二）没收超过保质期的风味酸乳28盒，货值840元（大写：捌佰肆拾元整）；',
      '（三）罚款52000元（大写：伍万贰仟元整）。',
    ]);
  });

  test('[JX-1.5] names the government as reconsideration body, sixty days, and the court, six months', () => {
    expect(lines).toContain(
      '如不服本行政处罚决定，可以自收到本决定书之日起六十日内向泉州市鲤城区人民政府申请行政复议，也可以自收到本决定书之日起六个月内依法向泉州市鲤城区人民法院提起行政诉讼。行政复议或者行政诉讼期间，本决定不停止执行，法律另有规定的除外。',
    );
  });

  test('[QZ-8] prints the three reasoning parts word for word', () => {
    for (const part of ['reasons-evidence', 'reasons-basis', 'reasons-discretion']) {
      const given = values[part];
      expect(given).toHaveLength(1);
      expect(lines).toContain(Array.isArray(given) ? given[0] : undefined);
    }
  });

  test('ends with bureau, date and the note on copies', () => {
    expect(lines.slice(-3)).toEqual([
      '泉州市鲤城区市场监督管理局',
      '2026年9月23日',
      '本文书一式三份，一份送达，一份归档，一份承办机构留存。',
    ]);
  });

  test('marks what must not be published, and nothing else', () => {
    const sensitive = decisionText(kind, values, frame)
      .flat()
      .filter((segment) => segment.sensitive !== undefined);
    expect(sensitive).toEqual([
      { text: '350502199001010018', sensitive: 'id-number' },
      { text: '13900000000', sensitive: 'phone' },
      { text: '6200000000000000117', sensitive: 'account' },
    ]);
  });
});

describe('what depends on the case', () => {
  test('whoever reported the case is marked even where the officer named him', () => {
    const process = ['本局接到周惠兰举报，周惠兰提供了小票。'];
    const paragraphs = decisionText(kind, { ...values, process, reporter: '周惠兰' }, frame);
    const named = paragraphs.flat().filter((segment) => segment.text.includes('周惠兰'));
    expect(named).toEqual([
      { text: '周惠兰', sensitive: 'reporter' },
      { text: '周惠兰', sensitive: 'reporter' },
    ]);
  });

  function text(changes: Values): string {
    return paragraphLines(decisionText(kind, { ...values, ...changes }, frame)).join('\n');
  }

  test('a hearing is named in the heading', () => {
    expect(text({ 'statement-kind': 'hearing' })).toContain('四、陈述申辩、听证及采纳情况');
  });

  test('without a fine there is no surcharge, and without payment no account', () => {
    const warned = text({
      penalties: [{ kind: 'warning' }],
      'performance-kind': 'other',
      performance: ['当事人应当立即停止违法行为。'],
      publicity: 'not-published',
    });
    expect(warned).toContain('（一）警告。');
    expect(warned).not.toContain('加处罚款');
    expect(warned).not.toContain('账号');
    expect(warned).toContain('当事人应当立即停止违法行为。');
    expect(warned).toContain('不通过国家企业信用信息公示系统公示');
  });

  test('the times to pay, to be reconsidered and to sue, and the surcharge, are those of the rules', () => {
    const under = (changed: Partial<DecisionFrame['terms']>): string =>
      paragraphLines(
        decisionText(kind, values, { ...frame, terms: { ...terms, ...changed } }),
      ).join('\n');
    expect(under({})).toContain('自收到本决定书之日起十五日内，将罚没款缴至');
    expect(under({})).toContain(
      '依据《中华人民共和国行政处罚法》第七十二条第一款第一项的规定，每日按罚款数额的百分之三加处罚款',
    );
    expect(under({})).toContain('本局将依照《市场监督管理行政处罚信息公示规定》，通过');
    expect(under({ payment: 20 })).toContain('自收到本决定书之日起二十日内，将罚没款缴至');
    expect(under({ reconsideration: 90, court: 3 })).toMatch(/九十日内向.*三个月内依法向/);
    expect(under({ surcharge: null })).not.toContain('加处罚款');
  });

  test('a natural person is marked in the heading and in running text', () => {
    const paragraphs = decisionText(
      kind,
      {
        ...values,
        party: {
          kind: 'natural',
          name: '陈喆',
          idNumber: '11010519491231002X',
          address: '示例巷7号',
        },
        facts: ['陈喆在示例巷7号销售上述食品。'],
      },
      frame,
    );
    const found = paragraphs.flat().filter((segment) => segment.sensitive !== undefined);
    expect(found.filter((segment) => segment.text === '陈喆')).toHaveLength(3);
    expect(found.filter((segment) => segment.sensitive === 'address')).toHaveLength(2);
  });

  test('a bureau’s own section is numbered with the others', () => {
    const extended = extendKind(kind, {
      code: 'penalty-decision',
      sections: [{ title: '合规建议', fields: [{ name: 'advice', label: '建议', type: 'line' }] }],
    });
    const parts = decisionParts(extended, { ...values, advice: '每日检查临期食品。' }, frame);
    expect(headings(parts).at(-1)).toBe('十一、合规建议');
    expect(parts.map((part) => paragraphText(part.paragraph))).toContain(
      '建议：每日检查临期食品。',
    );
  });

  test('a draft with nothing in it still has a text', () => {
    const draft = decisionText(
      kind,
      {},
      {
        bureauName: '某局',
        number: null,
        date: null,
        terms,
      },
    );
    expect(paragraphLines(draft)).toContain('行政处罚决定书');
  });
});

describe('a decision not to punish', () => {
  const sample = form('no-penalty-decision');

  test('gives the ground, the reasons, the education and the remedies', () => {
    const text = paragraphLines(decisionText(sample.kind, sample.values, sample.frame)).join('\n');
    expect(text).toContain('本案属于初次违法且危害后果轻微并及时改正的情形。');
    expect(text).toContain('本局决定对当事人不予行政处罚。');
    expect(text).toContain('六十日内向泉州市鲤城区人民政府申请行政复议');
    expect(text).not.toContain('信息摘要');
    expect(headings(decisionParts(sample.kind, sample.values, sample.frame))).toEqual([
      '一、案件来源与调查经过',
      '二、查明的事实',
      '三、证据及采信理由',
      '四、陈述申辩及采纳情况',
      '五、不予处罚的依据和理由',
      '六、决定',
      '七、教育内容',
      '八、救济途径',
    ]);
  });
});

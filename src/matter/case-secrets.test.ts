import { describe, expect, it } from 'vitest';
import { templates } from '../document/samples.testing.ts';
import { caseSecrets, type PapersOfCase } from './case-secrets.ts';

const FIRM = {
  kind: 'legal' as const,
  name: '晨禾生鲜超市有限公司',
  code: '91350502MAURQ2839J',
  address: '福建省泉州市鲤城区示例路1号',
  representative: '贺明远',
  phone: '13900000000',
};
const CITIZEN = {
  kind: 'natural' as const,
  name: '欧阳建芳',
  surname: '欧阳',
  address: '福建省泉州市鲤城区示例路1号101室',
};

function secrets(
  party: PapersOfCase['begun']['party'],
  documents: PapersOfCase['documents'],
  people: readonly string[] = [],
): string[] {
  const acts = [{ data: { people: people.map((name) => ({ name })) } }];
  return caseSecrets({ begun: { party }, documents, acts }, templates).map(
    ({ text, sensitive }) => `${sensitive} ${text}`,
  );
}
const inquiry = (values: object) => [{ code: 'inquiry-record', values: { ...values } }];

describe('what the papers of a file tell of people', () => {
  it('is who was questioned, with number, phone and address, also without province and city', () => {
    const witness = {
      name: '尚志远',
      'id-number': '330402198506150020',
      phone: '13835005678',
      address: '福建省泉州市鲤城区样本巷12号501室',
    };
    expect(secrets(FIRM, inquiry(witness))).toEqual([
      'address 福建省泉州市鲤城区样本巷12号501室',
      'id-number 330402198506150020',
      'address 泉州市鲤城区样本巷12号501室',
      'address 福建省泉州市鲤城区样本巷12号',
      'address 鲤城区样本巷12号501室',
      'address 泉州市鲤城区样本巷12号',
      'phone 13900000000',
      'phone 13835005678',
      'address 样本巷12号501室',
      'address 鲤城区样本巷12号',
      'address 样本巷12号',
      'natural-name 尚志远',
    ]);
  });

  it('is not who represents the party, nor its seat; but who a citizen is, and where', () => {
    const own = { name: '贺明远', address: FIRM.address };
    const found = secrets(FIRM, inquiry(own));
    expect(found).not.toContain('natural-name 贺明远');
    expect(found).not.toContain('address 福建省泉州市鲤城区示例路1号');
    expect(secrets(CITIZEN, inquiry(own))).toEqual(
      expect.arrayContaining([
        'natural-name 贺明远',
        'natural-name 欧阳建芳',
        'address 示例路1号101室',
      ]),
    );
  });

  it('is not the seat of a firm without its province, city and district; but whoever lives there', () => {
    const lives = (address: string) => inquiry({ name: '尚志远', address });
    for (const seat of ['泉州市鲤城区示例路1号', '鲤城区示例路1号', '示例路 1号'])
      expect(secrets(FIRM, lives(seat))).toEqual(['phone 13900000000', 'natural-name 尚志远']);
    expect(secrets(FIRM, lives('鲤城区示例路1号101室'))).toContain('address 示例路1号101室');
  });

  it('is whoever was heard, but not those of the bureau who acted', () => {
    const hearing = {
      code: 'hearing-record',
      values: {
        attendees: [
          { name: '陈志雄', role: 'investigator' },
          { name: '李堃', role: 'agent' },
          { name: '店长', role: 'other' },
        ],
      },
    };
    expect(secrets(FIRM, [hearing], ['陈志雄'])).toEqual([
      'phone 13900000000',
      'natural-name 李堃',
    ]);
  });

  it('is who reported it, not an authority that handed it over nor a firm that gave evidence', () => {
    const source = (kind: string, provider: string) => ({
      code: 'case-source',
      values: { 'source-kind': kind, provider },
    });
    const evidence = { code: 'evidence-extract', values: { provider: '迅捷物流有限公司' } };
    expect(secrets(FIRM, [source('report', '周惠兰'), evidence])).toContain('reporter 周惠兰');
    expect(secrets(FIRM, [source('transfer', '泉州市公安局'), evidence])).toEqual([
      'phone 13900000000',
    ]);
    expect(secrets(FIRM, [source('report', '匿名')])).toEqual(['phone 13900000000']);
  });
});

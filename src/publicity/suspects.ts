/**
 * Places in the text to be published that look as if they told of people, though nothing says so for certain: a machine does
 * not know a name from a word. Whoever checks the publication is shown them and decides. Pure.
 */
import { compact, narrow } from '../document/personal-data.ts';
import { withoutSpaces } from '../document/sensitive.ts';
import { isCreditCode } from '../party/identifier.ts';
import type { PublicationChoice, ServedSegment } from './entry.ts';

export type SuspectKind = 'name' | 'number' | 'address' | 'plate' | 'birth';

export interface Suspect {
  readonly paragraph: number;
  readonly segment: number;
  readonly text: string;
  readonly kind: SuspectKind;
}

const SURNAME =
  '(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封储靳段富巫乌焦巴弓牧隗谷车侯宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲鄂索咸赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳姬申扶堵冉宰桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎连习宦艾鱼容向古易慎戈廖庾终居衡步都耿满弘匡国文寇广禄阙东沃利蔚越隆师巩厍聂晁勾敖融冷辛阚简饶曾沙养鞠须丰巢关蒯相查后荆红游竺权盖益桓公肖覃代付])';
const NAME = `${SURNAME}[\\u4e00-\\u9fff\\u3400-\\u4dbf]{1,2}`;
const WHO =
  '证人|见证人|举报人|投诉人|消费者|鉴定人|顾客|购买人|店员|员工|雇员|店长|联系人|代理人|被询问人|陈述人|询问了?|配偶|妻子?|丈夫|儿子|女儿|其子|其女|之子|之女|父亲|母亲|兄弟|哥哥|弟弟|姐姐|妹妹|孩子|司机|患者|死者|伤者|学生|经手人|供货人|曾用名|绰号|小名|别名|又名|化名';
const DOES =
  '的?(?:询问笔录|陈述|证言|自述|指认|作证)|称|(?:证明|说明)(?!文件|材料|书|单)|证实|签名|签字|到场|在场|核对|确认|（?[男女][，,、）]|[（，,]?(?:现年)?\\d{1,3}(?:周?岁|个月大)';
/** A day or a month as texts write it, in digits or in words. */
const DAY =
  '(?:(?:19|20)\\d{2}|[一二][〇零○一二三四五六七八九]{3})(?:[年.-](?:\\d{1,2}|[一二三四五六七八九十]{1,2})(?:[月.-](?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?)?)?)?';
const CALLED = '先生|女士|小姐|太太|老板|师傅|同学|大爷|大妈|阿姨';

type Pattern = readonly [SuspectKind, RegExp];

const GIVEN = new RegExp(`^${SURNAME}([\\u4e00-\\u9fff\\u3400-\\u4dbf]{2,3})$`, 'u');
const PATTERNS: readonly Pattern[] = [
  ['name', new RegExp(`(?<=(?:${WHO})[：:]?)${NAME}`, 'gu')],
  ['name', new RegExp(`${SURNAME}(?:[\\u4e00-\\u9fff]{1,2})?(?=${CALLED})`, 'gu')],
  ['name', /(?<![A-Za-z])[A-Z][A-Za-z]+ [A-Z][A-Za-z]{1,11}(?: ?[a-z]{1,6})?(?![A-Za-z])/g],
  ['name', new RegExp(`(?<=[对向由与和经、，。：；（]|^)${NAME}(?=${DOES})`, 'gu')],
  [
    'address',
    /[\p{Script=Han}\d]{1,16}?(?:路|街|巷|弄|小区|花园|苑|村|里)[\p{Script=Han}\d-]{0,10}?\d+(?:号楼|栋|幢|单元|室)(?:\d+(?:单元|层|楼|室|号))*/gu,
  ],
  ['address', /(?<=家?住(?:址|在|于)?[：:为]?)[\p{Script=Han}\d]{6,40}/gu],
  [
    'plate',
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-Z][ ·•.-]?[A-Z0-9]{4,6}(?![A-Z0-9])[挂学警港澳领使]?/g,
  ],
  ['birth', new RegExp(`${DAY}(?=[）)]?(?:出生|生(?!产|效|鲜|育|态|活|物|成|意)))`, 'gu')],
  ['birth', new RegExp(`(?<=(?:出生(?:于|日期|年月日?)?|生于|生日)[：:为是]?)${DAY}`, 'gu')],
  [
    'birth',
    /(?<![\d一二两三四五六七八九十百满未\-—~～至到])(?:\d{1,3}|[一二两三四五六七八九十百]{1,4})个?周?岁/gu,
  ],
  ['birth', /(?:19|20)?\d{2}年(?:出)?生(?!产)/gu],
  ['number', /(?<![0-9A-Za-z〔])[A-Za-z]{0,3}\d[\d-]{5,}[0-9A-Za-z](?![0-9A-Za-z])/g],
];

/** Amounts and counts, days written together, bar codes of goods, codes of organisations. */
const HARMLESS = [
  /^(?:19|20)\d{2}-?(?:0[1-9]|1[0-2])-?(?:[0-2]\d|3[01])$/,
  /^69\d{11}$/,
  /^\d{6}-\d{4}-\d+$/,
];
const COUNTED = /^(?:\.\d+)?\s*(?:元|万|千|公斤|克|升|毫升|盒|件|个|瓶|袋|只|次|份|号令|年)/;

/**
 * What is open in the text and looks personal.
 *
 * @param open names and addresses that are public by law, or of those who acted in office
 * @param names of people in the file, whose given names may stand alone
 */
export function suspects(
  text: readonly (readonly ServedSegment[])[],
  hidden: PublicationChoice['hidden'],
  open: readonly string[],
  names: readonly string[] = [],
): Suspect[] {
  const patterns = [...PATTERNS, ...names.flatMap(givenName)];
  return text.flatMap((segments, paragraph) =>
    segments.flatMap(({ text: words, sensitive }, segment): Suspect[] =>
      sensitive !== undefined ||
      hidden.some((one) => one.paragraph === paragraph && one.segment === segment)
        ? []
        : looks(words, open, patterns).map((found) => ({ paragraph, segment, ...found })),
    ),
  );
}

/** What may stand between the parts of a name that has several: 阿依古丽·买买提, JOHN SMITH. */
const PARTS = /[\s·•.．･‧・∙⋅]+/u;

/** A given name of two characters or more, as it may stand without its family name; each part of a name that has several. */
function givenName(name: string): Pattern[] {
  const parts = name.trim().split(PARTS);
  const isSetApart = parts.every((part) => Array.from(part).length === 1);
  const alone =
    parts.length > 1 && !isSetApart ? parts : [GIVEN.exec(withoutSpaces(name))?.[1] ?? ''];
  return alone
    .filter((part) => Array.from(part).length > 1)
    .map((part): Pattern => {
      const words = /^\p{Script=Latin}+$/u.test(part)
        ? String.raw`(?<!\p{Script=Latin})${part}(?!\p{Script=Latin})`
        : part.replaceAll(/[^\p{Letter}\p{Number}]/gu, '.');
      return ['name', new RegExp(words, 'giu')];
    });
}

function looks(
  words: string,
  open: readonly string[],
  patterns: readonly Pattern[],
): Pick<Suspect, 'text' | 'kind'>[] {
  const found = new Map<string, SuspectKind>();
  for (const [kind, pattern] of patterns)
    for (const { 0: match, index } of (isNarrow(kind) ? narrow(words) : words).matchAll(pattern)) {
      const text = words.slice(index, index + match.length);
      const after = words.slice(index + text.length);
      if (kind === 'number' && (isHarmless(match) || COUNTED.test(after))) continue;
      const isKnown = [...found.keys()].some((one) => one.includes(text));
      if (!isKnown && !isOpen(text, open)) found.set(text, kind);
    }
  return [...found].map(([text, kind]) => ({ text, kind }));
}

/** Whether full-width signs are read as narrow ones: in names and addresses they are punctuation. */
function isNarrow(kind: SuspectKind): boolean {
  return kind === 'plate' || kind === 'number';
}

function isHarmless(text: string): boolean {
  return HARMLESS.some((pattern) => pattern.test(text)) || isCreditCode(compact(text));
}

/** Part of something public, or a public name with a word too many behind it. */
function isOpen(text: string, open: readonly string[]): boolean {
  const isPart = (one: string): boolean => text.length > 1 && one.includes(text);
  return open.some((one) => one !== '' && (isPart(one) || text.startsWith(one)));
}

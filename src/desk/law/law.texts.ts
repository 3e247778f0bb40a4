/** Words of the pages of rules and procedures. */
import { VALUE_TEXTS } from '../../rule/law.texts.ts';

export const LAW_TEXTS = {
  rules: '规则',
  procedures: '程序',
  subtitle: (bureau: string, adopted: string, day: string) =>
    `${bureau}，${adopted}采用的规则，按 ${day} 计算`,
  pack: (hash: string) => `规则包 ${hash}`,
  copyPack: '复制规则包的指纹',
  on: '按哪一天',
  text: '规则、依据',
  show: '只看',
  shows: { local: '本局另有规定', beaten: '有让位的规则', clocks: '期限' } as Readonly<
    Record<string, string>
  >,
  columns: { key: '规则', value: '内容', source: '来源', basis: '依据', from: '自' },
  noneFound: '没有符合的规则。换个筛选再看。',
  local: '本局',
  national: '全国',
  noRule: VALUE_TEXTS.noRule,
  resolver: '来历',
  chooseOne: '选一条规则，看它从哪里来、谁给它让了位。',
  summary: (all: number) => (all > 1 ? `${all} 条规则提到它，采用一条。` : '只有一条规则提到它。'),
  chosen: '采用',
  beaten: '让位',
  whyChosen: '为什么采用',
  whyBeaten: '为什么让位',
  since: (day: string) => `${day}起`,
  until: (from: string, to: string) => `${from}至${to}`,
  reasons: {
    only: '没有别的规则提到它。',
    script: '演练脚本指定。',
    local: '本局另有规定，用本局的。',
    shorter: '期限取短的：本局可以比上级紧，不能比上级松。',
    longer: '比采用的长，会放松上级的期限。',
    general: '本局另有规定，一般规定让位。',
    overridden: '演练脚本另行指定。',
    'not-in-force': '这一天不在有效期内。',
    'before-first': '最早只知道这一条，这一天在它生效以前。',
  } as Readonly<Record<string, string>>,
  procedureColumns: { act: '环节', who: '谁办', basis: '依据' },
  chooseProcedure: '哪个程序',
  stageless: '随时',
} as const;

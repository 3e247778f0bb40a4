/** Words of the forms citizens hand in. */
import type { RequestKind } from '../links.ts';
import { count } from '../words.ts';

export const INTAKE: Readonly<
  Record<RequestKind, { title: string; words: string; content: string; hint: string }>
> = {
  correction: {
    title: '申请更正公示信息',
    words:
      '公示的内容与决定书不一致，或者涉及您的信息有错的，请写明哪里不对、应当怎样写。核实有误的，本局更正并告知您。',
    content: '哪里不对，应当怎样写',
    hint: '能附证据的，请写明有什么证据、怎样提供。',
  },
  objection: {
    title: '对公示提出异议',
    words: '认为不应当公示、公示得不完整，或者公示晚了、没有公示的，请在这里写明。',
    content: '您的异议和理由',
    hint: '请写明决定书文号或者具体的情形。',
  },
  complaint: {
    title: '投诉举报',
    words: '举报违法行为，或者投诉消费争议。您的信息依法保密，不会公开，也不会告诉被举报人。',
    content: '事实经过',
    hint: '请写明谁、在什么时间、什么地点、做了什么。',
  },
  disclosure: {
    title: '申请公开政府信息',
    words: '需要本局公示之外的信息，请写明信息的名称、文号或者便于查询的特征。',
    content: '需要什么信息，希望以什么形式提供',
    hint: '涉及商业秘密、个人隐私的，本局会依法征求权利人意见。',
  },
};

export const FORM = {
  about: '针对哪一份决定',
  aboutHint: '从决定的页面进入的，已经填好。没有针对某一份决定的，可以不填。',
  aboutNeeded: '请从那一份决定的页面点“更正”进入，这里会自动填好。',
  field: '针对哪一项',
  fieldAny: '不针对某一项',
  name: '您的姓名或者单位名称',
  contact: '联系方式',
  contactHint: '电话、邮箱或者通信地址，只用来答复您。',
  submit: '提交',
  again: '有几处需要改一改，您写的都在：',
  fault: '请改：',
  unknownEntry: '没有这份决定。请从决定的页面进入，会自动填好；您写的都在。',
  failed: '没有存上。您写的还在，请再提交一次。',
  receivedTitle: '已经收到',
  receivedWords: '请记下回执号。本局核实后，按您留下的联系方式答复。同一份表单重复提交，只算一次。',
  receipt: '回执号',
  back: '回到首页',
} as const;

export const FAULTS = {
  entry: '这不是一份决定的编号。请从决定的页面进入，会自动填好。',
  entryMissing: '请从那一份决定的页面点“更正”进入。',
  field: '这一项不认得，请重新选。',
  content: '请写明内容。',
  name: '请填姓名或者单位名称。',
  contact: '请填联系方式，否则无法答复您。',
  contactShort: '联系方式太短，请填完整。',
  tooLong: (most: number, now: number) => `最多${count(most)}个字，现在${count(now)}个字，请删减。`,
  invisible: '里面有看不见的控制字符，请重新输入，不要从别处粘贴。',
  token: '表单已经过期，请再提交一次，您写的还在。',
} as const;

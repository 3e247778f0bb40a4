/** What problems say, in Simplified Chinese. Words for refusals of law are in the rule pack. */
import type { DeskRefusal } from '../matter/refusal.ts';
import type { SignInRefusal } from '../staff/session.service.ts';

/** Codes of HTTP itself. */
export type HttpCode =
  | 'http/not-found'
  | 'http/malformed'
  | 'http/too-large'
  | 'http/unsupported'
  | 'http/foreign-origin'
  | 'http/internal'
  | 'http/unavailable'
  | 'setup/code-wrong'
  | 'act/upload-unknown'
  | 'auth/needed'
  | 'auth/unfinished'
  | 'auth/enrolled'
  | 'auth/forbidden';

interface ProblemText {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

/** Every code outside the law, with its status and what to do. Codes of law are 409 and have their words in the rule pack. */
export const PROBLEMS = {
  'http/not-found': { status: 404, title: '没有这个地址', detail: '检查地址，或者从工作台进入。' },
  'http/malformed': {
    status: 422,
    title: '填写的内容不对',
    detail: '按每一项的提示修改后再提交，已填的内容都在。',
  },
  'http/too-large': { status: 413, title: '内容太大', detail: '文件请用上传，不要放在表单里。' },
  'http/unsupported': { status: 415, title: '格式不支持', detail: '用 JSON 提交。' },
  'http/foreign-origin': {
    status: 403,
    title: '请求来自别的网站',
    detail: '请在本系统的页面里操作。',
  },
  'http/internal': {
    status: 500,
    title: '没有存上',
    detail: '您写的还在。再试一次；还不行，把编号告诉管理员。',
  },
  'http/unavailable': { status: 503, title: '系统暂时不能用', detail: '您写的还在。稍后再试。' },
  'auth/needed': { status: 401, title: '请先登录', detail: '登录后继续，已填的内容都在。' },
  'auth/unfinished': { status: 403, title: '登录还没有完成', detail: '先改初始密码、绑定动态码。' },
  'auth/enrolled': {
    status: 409,
    title: '已经绑定动态码',
    detail: '要换手机时，请安全管理员先解除原来的绑定。',
  },
  'auth/forbidden': {
    status: 403,
    title: '您的岗位不能用这个功能',
    detail: '需要时请安全管理员授权。',
  },
  'auth/failed': {
    status: 401,
    title: '用户名、密码或者动态码不对',
    detail: '核对后再试；连续五次不对会锁定十分钟。',
  },
  'auth/locked': {
    status: 429,
    title: '试错太多，已暂时锁定',
    detail: '十分钟后再试，或者请系统管理员重置密码。',
  },
  'auth/password-weak': {
    status: 422,
    title: '密码太简单',
    detail: '至少十个字符，含两类以上，不含用户名，不与旧密码相同。',
  },
  'matter/not-found': {
    status: 404,
    title: '没有这件事项',
    detail: '可能编号不对，或者不属于本局。',
  },
  'act/not-permitted': {
    status: 403,
    title: '这一步不由您的岗位办',
    detail: '看“谁能办”，或者报请有权的人办。',
  },
  'act/in-future': { status: 422, title: '发生时间晚于现在', detail: '改成实际发生的时间。' },
  'act/person-unknown': { status: 422, title: '没有这个人', detail: '从本局人员名录里选。' },
  'review/not-own-name': {
    status: 422,
    title: '不能以他人名义审核',
    detail: '由审核人本人登录后办理。',
  },
  'act/exhibit-unknown': { status: 422, title: '没有这份材料', detail: '从本案材料里选。' },
  'act/request-unknown': { status: 409, title: '这项请示已经办结', detail: '刷新后再看。' },
  'act/upload-unknown': {
    status: 422,
    title: '没有这次上传',
    detail: '这个文件还没有传完，或者已经过期。重新上传后再归入材料。',
  },
  'command/stale': {
    status: 412,
    title: '有人先办了一步',
    detail: '您写的还在。看过新的环节后再提交。',
  },
  'command/reused': { status: 409, title: '这个编号已经用过', detail: '换一个编号重新提交。' },
  'command/contended': { status: 503, title: '正在办的人太多', detail: '您写的还在。再试一次。' },
  'input/invalid': {
    status: 422,
    title: '还有没填好的',
    detail: '按每一项的提示修改后再提交，已填的内容都在。',
  },
  'setup/done': {
    status: 409,
    title: '已经初始化过',
    detail: '从登录页进入。要增加单位的，请系统管理员处理。',
  },
  'setup/code-wrong': {
    status: 403,
    title: '初始化码不对',
    detail: '从别的电脑初始化，要填写服务器数据目录里 setup-code 文件的内容。',
  },
  'staff/duties-apart': {
    status: 409,
    title: '三员不能兼任',
    detail: '系统、安全、审计管理员各由一人专任，不办案、不审核、不审批。',
  },
  'party/code-invalid': {
    status: 422,
    title: '统一社会信用代码不对',
    detail: '十八位，校验码不符。对照营业执照重填。',
  },
  'party/id-invalid': {
    status: 422,
    title: '身份证号码不对',
    detail: '十八位，校验码不符。对照证件重填。',
  },
} as const satisfies Record<HttpCode | SignInRefusal | DeskRefusal, ProblemText>;

/** What a field that does not hold is told, where nothing more exact can be said. */
export const FIELD_TEXTS = {
  'field/missing': '还缺这一项。',
  'field/unknown': '没有这一项。',
  'field/type-wrong': '这一项的格式不对。',
  'field/too-long': '这一项太长。',
  'field/choice-unknown': '没有这个选项。',
  'field/date-impossible': '不是存在的日期。',
  'field/moment-impossible': '不是存在的日期和时间。写成 2026-01-31 09:30 的样子。',
  'field/range-reversed': '止在起之前。',
  'field/out-of-range': '这个数太小或者太大。',
  'field/not-declared': '须由承办人作出。',
  'field/wrong-medium': '材料的种类不对。',
  'field/not-voidable': '决定已经作出，文号不能作废。',
  'field/taken': '已经登记过。',
  'field/unreadable': '含有看不见的控制字符或者残缺的字符，删掉后重填。',
} as const satisfies Record<string, string>;

export type FieldCode = keyof typeof FIELD_TEXTS;

export function tooLong(limit: number): string {
  return `这一项最多 ${limit} 个字。`;
}

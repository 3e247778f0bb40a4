/**
 * Everything the upload and delivery of exhibits can answer instead of success: HTTP status, and what the person in
 * front of the screen should do. Bodies are RFC 9457 `application/problem+json` with the code beside the standard
 * members. Warnings are told with a file that was taken.
 */

import { StorageError, type StorageErrorCode } from '../platform/storage/storage-error.ts';

/** Words put into a text. Numbers are written as they are. */
export type ProblemValues = Readonly<Record<string, string | number>>;

export interface ProblemText {
  /** HTTP status */
  readonly status: number;
  readonly title: string;
  /** what to do; `{name}` stands for a value of that name */
  readonly detail: string;
}

function problem(status: number, title: string, detail: string): ProblemText {
  return { status, title, detail };
}

export const PROBLEMS = {
  // The request
  'auth/needed': problem(401, '请先登录', '登录已经失效。登录后接着传，已传的部分还在。'),
  'evidence/malformed': problem(
    400,
    '上传请求有误',
    '请求头 {header} 缺失或写法不对。请刷新页面后重传。',
  ),
  'evidence/protocol': problem(412, '上传协议版本不符', '本系统使用 tus 1.0.0。请刷新页面后重传。'),
  'evidence/algorithm': problem(400, '不认识的校验算法', '分段校验只支持 {supported}。'),
  'evidence/media-type': problem(
    415,
    '上传请求有误',
    '分段内容的类型应为 application/offset+octet-stream。',
  ),
  'evidence/not-found': problem(
    404,
    '没有这次上传',
    '没有找到这次上传，可能已经取消。请重新选择文件上传。',
  ),
  'evidence/too-many': problem(
    429,
    '未传完的文件太多',
    '您有 {open} 个文件还没有传完。请先传完或取消其中一些。',
  ),
  'evidence/busy': problem(
    423,
    '这个文件正在传',
    '另一个窗口正在传这个文件或正在处理它，请稍候再试。',
  ),
  'evidence/offset': problem(409, '续传位置不对', '服务器已收到 {offset} 字节，请从这里接着传。'),
  'evidence/beyond-length': problem(
    413,
    '内容比声明的长',
    '这个文件声明为 {length} 字节，传来的内容更长。请重新选择文件上传。',
  ),
  'evidence/checksum': problem(
    460,
    '这一段在传输中损坏',
    '这一段的校验值不符，没有保存。请重传这一段。',
  ),
  'evidence/expired': problem(
    410,
    '这次上传已过期',
    '{hours} 小时没有续传，未传完的内容已清除。请重新上传。',
  ),
  // The file
  'evidence/too-large': problem(
    413,
    '文件太大',
    '单个文件不能超过 {limit}。请分段录制，或与管理员联系。',
  ),
  'evidence/empty': problem(422, '文件是空的', '这个文件没有内容。请确认选对了文件。'),
  'evidence/name': problem(422, '文件名不能用', '去掉不能用的字符后，文件名是空的。请改名后再传。'),
  'evidence/changed': problem(
    422,
    '文件内容与提交时不一致',
    '收到的内容与提交时计算的 SHA-256 不同，没有保存。请重新选择文件上传；再次出现时请检查存储卡。',
  ),
  'evidence/mistyped': problem(
    422,
    '文件名与内容不符',
    '文件名或声明的类型是 {claimed}，内容却是「{found}」。请把扩展名改为 .{extension} 后再传；如不是您改的名，请留意文件来源。',
  ),
  'evidence/type-not-allowed': problem(
    415,
    '不收这种文件',
    '这种文件不能作为证据上传。可以上传照片、录音、录像、PDF、OFD、Word、Excel、ZIP 和文本文件。',
  ),
  'evidence/truncated': problem(
    422,
    '文件不完整',
    '这个文件（{found}）没有结尾，可能没有录完或没有拷完。请从设备上重新导出后再传。',
  ),
  'evidence/unreadable': problem(
    422,
    '文件读不出来',
    '这个文件（{found}）读不出内容，可能已经损坏。请从设备上重新导出后再传。',
  ),
  'evidence/too-many-pixels': problem(
    422,
    '图片的像素太多',
    '图片有 {pixels} 万像素，最多 {limit} 万。请用原机导出的照片。',
  ),
  // Delivery
  'evidence/range': problem(416, '没有这一段', '要的一段不在文件里。'),
  // The disk
  'storage/full': problem(
    507,
    '服务器磁盘已满',
    '服务器没有空间了，已传的部分还在。请通知管理员，腾出空间后可接着传。',
  ),
  'storage/failed': problem(
    500,
    '服务器磁盘出错',
    '服务器磁盘报告了错误，文件没有保存。请立即通知管理员；原始文件请勿删除。',
  ),
  'storage/conflict': problem(
    500,
    '已存的文件有异常',
    '同一校验值下已存的内容不同，没有改动任何文件。请立即通知管理员；原始文件请勿删除。',
  ),
  'storage/missing': problem(500, '文件缺失', '登记在案的文件不在存储中。请立即通知管理员。'),
  'storage/damaged': problem(500, '文件损坏', '存储中的文件与登记的不一致。请立即通知管理员。'),
} as const satisfies Record<StorageErrorCode | 'auth/needed' | `evidence/${string}`, ProblemText>;

export type ProblemCode = keyof typeof PROBLEMS;
/** Those that are refusals; the others are faults of the disk. */
export type EvidenceProblemCode = Exclude<ProblemCode, StorageErrorCode>;

export const WARNINGS = {
  'evidence/renamed': '文件名已改为「{name}」：原名含有文件夹、控制字符、过长或没有扩展名。',
  'evidence/clock-ahead': '拍摄时间晚于服务器时间。请检查设备时钟，并在笔录中说明。',
  'evidence/locked': '这个 PDF 设有密码，打不开。请把密码记入笔录，或补传没有密码的文件。',
  'evidence/not-viewable': '浏览器不能直接显示这种文件，只能下载后打开。',
  'evidence/unclosed': '录制没有正常结束，结尾可能缺少一两秒。请在笔录中说明。',
} as const;

export type WarningCode = keyof typeof WARNINGS;

/** Something worth telling about a file that was taken. `message` is for the screen. */
export interface Warning {
  readonly code: WarningCode;
  readonly message: string;
}

/** A problem as it is sent. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: ProblemCode;
  readonly values: ProblemValues;
}

/** A refusal on its way to the answer. */
export class EvidenceRefused extends Error {
  readonly code: EvidenceProblemCode;
  readonly values: ProblemValues;

  constructor(code: EvidenceProblemCode, values: ProblemValues = {}) {
    super(code);
    this.name = 'EvidenceRefused';
    this.code = code;
    this.values = values;
  }
}

/** The body of a problem. `type` is a URN: there is nothing to look up. `instance` is the address asked. */
export function problemBody(
  code: ProblemCode,
  values: ProblemValues,
  instance: string,
): ProblemBody {
  const { title, status, detail } = PROBLEMS[code];
  const type = `urn:zhuding:problem:${code}`;
  return { type, title, status, detail: fill(detail, values), instance, code, values };
}

/** The body for an error of this feature or of the store, null for any other. For error handlers of routes. */
export function problemOf(error: unknown, instance: string): ProblemBody | null {
  if (error instanceof EvidenceRefused) return problemBody(error.code, error.values, instance);
  return error instanceof StorageError ? problemBody(error.code, {}, instance) : null;
}

export function warning(code: WarningCode, values: ProblemValues = {}): Warning {
  return { code, message: fill(WARNINGS[code], values) };
}

/** Length for a screen: `4 GB`, `300 MB`, `12 KB`, in steps of 1024. */
export function lengthInWords(bytes: number): string {
  const units = ['字节', 'KB', 'MB', 'GB'] as const;
  let value = bytes;
  let unit = 0;
  for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024;
  return `${Math.round(value * 10) / 10} ${units[unit]}`;
}

function fill(text: string, values: ProblemValues): string {
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? ''));
}

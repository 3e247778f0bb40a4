/**
 * The kinds of files that can be put in evidence, and no others. What is not here is refused whatever it is called:
 * above all HTML, SVG and XML, which a browser would run, and programs. Pure.
 */

/** 照片, 文件, 录音, 录像, 其他. */
export type ExhibitKind = 'photo' | 'document' | 'audio' | 'video' | 'other';

/** A file format. */
export interface Format {
  /** media type under which the file is kept and sent */
  readonly type: string;
  readonly kind: ExhibitKind;
  /** name in messages */
  readonly name: string;
  /** endings of file names, the usual one first */
  readonly extensions: readonly string[];
  /** other media types that browsers and devices declare for it */
  readonly aliases: readonly string[];
  /** whether browsers show or play it: what they do not is only offered for download */
  readonly viewable: boolean;
}

function format(
  type: string,
  kind: ExhibitKind,
  name: string,
  extensions: readonly string[],
  aliases: readonly string[] = [],
  viewable = true,
): Format {
  return { type, kind, name, extensions, aliases, viewable };
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Every format by the name the code uses. */
export const FORMATS = {
  jpeg: format(
    'image/jpeg',
    'photo',
    'JPEG 照片',
    ['jpg', 'jpeg', 'jfif'],
    ['image/jpg', 'image/pjpeg'],
  ),
  png: format('image/png', 'photo', 'PNG 图片', ['png'], ['image/x-png']),
  webp: format('image/webp', 'photo', 'WebP 图片', ['webp']),
  heic: format('image/heic', 'photo', 'HEIC 照片', ['heic', 'heif'], ['image/heif'], false),
  pdf: format('application/pdf', 'document', 'PDF 文件', ['pdf'], ['application/x-pdf']),
  mp3: format('audio/mpeg', 'audio', 'MP3 录音', ['mp3'], ['audio/mp3', 'audio/x-mp3']),
  m4a: format('audio/mp4', 'audio', 'M4A 录音', ['m4a'], ['audio/x-m4a', 'audio/m4a', 'audio/aac']),
  wav: format(
    'audio/wav',
    'audio',
    'WAV 录音',
    ['wav'],
    ['audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
  ),
  ogg: format(
    'audio/ogg',
    'audio',
    'OGG 录音',
    ['ogg', 'oga', 'opus'],
    ['application/ogg', 'audio/opus'],
  ),
  weba: format('audio/webm', 'audio', 'WebM 录音', ['webm', 'weba']),
  mp4: format('video/mp4', 'video', 'MP4 视频', ['mp4', 'm4v'], ['video/x-m4v']),
  mov: format('video/quicktime', 'video', 'MOV 视频', ['mov', 'qt']),
  webm: format('video/webm', 'video', 'WebM 视频', ['webm']),
  mkv: format('video/matroska', 'video', 'MKV 视频', ['mkv'], ['video/x-matroska'], false),
  docx: format(`${OFFICE}.wordprocessingml.document`, 'other', 'Word 文档', ['docx'], [], false),
  xlsx: format(`${OFFICE}.spreadsheetml.sheet`, 'other', 'Excel 表格', ['xlsx'], [], false),
  ofd: format('application/ofd', 'other', 'OFD 文件', ['ofd'], ['application/x-ofd'], false),
  zip: format(
    'application/zip',
    'other',
    'ZIP 压缩包',
    ['zip'],
    ['application/x-zip-compressed', 'application/x-zip'],
    false,
  ),
  // Its encoding is not known, so a browser would show GB 18030 or UTF-8 wrongly.
  text: format('text/plain', 'other', '文本文件', ['txt'], [], false),
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

/**
 * Formats that are one container with another word in its head, or without pictures: devices mix up the endings of
 * their files, and a browser plays them alike. Within a family no name is wrong.
 */
const FAMILIES: readonly (readonly FormatName[])[] = [
  ['mp4', 'mov', 'm4a'],
  ['webm', 'weba'],
];

/** The names of all formats. */
export const FORMAT_NAMES: readonly FormatName[] = Object.keys(FORMATS).filter(isFormatName);

function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name);
}

function family(name: FormatName): readonly FormatName[] {
  return FAMILIES.find((members) => members.includes(name)) ?? [name];
}

/** Formats a file of that ending may have; empty when the ending is of no format we take. In lower or upper case. */
export function formatsOfExtension(extension: string): FormatName[] {
  const wanted = extension.toLowerCase();
  return FORMAT_NAMES.filter((name) =>
    family(name).some((member) => includes(FORMATS[member].extensions, wanted)),
  );
}

/**
 * Formats a file declared with that media type may have; empty for types we do not take, null when nothing is declared:
 * browsers send `""` or `application/octet-stream` for what they do not know.
 */
export function formatsOfType(declared: string | null): FormatName[] | null {
  const type = (declared ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === '' || type === 'application/octet-stream') return null;
  return FORMAT_NAMES.filter((name) =>
    family(name).some((member) => isTypeOf(FORMATS[member], type)),
  );
}

/** The format stored under a media type. */
export function formatOfType(type: string): Format | undefined {
  return Object.values<Format>(FORMATS).find((one) => one.type === type);
}

function isTypeOf(one: Format, type: string): boolean {
  return one.type === type || includes(one.aliases, type);
}

function includes(list: readonly string[], text: string): boolean {
  return list.includes(text);
}

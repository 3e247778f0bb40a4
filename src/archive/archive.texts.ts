/** Words on the papers of an archived file. */

/** 卷内文件目录, remarks. */
export const VOIDED = '作废';
export const DATA_FILE = '附电子文件';
/** Heading of what came after filing. */
export const SUPPLEMENT = '归档后补充材料';

/** 卷内备考表. */
export const NOTHING_MISSING = '本卷文件齐全，无缺损。';
export const NO_MEDIA = '无音像记录。';
export const voidedWords = (titles: readonly string[]): string =>
  `作废文书：${titles.join('、')}。`;
export const mediaWords = (count: number): string =>
  `音像记录 ${count} 件，存于电子档案，以 SHA-256 值核对，详见证据材料各说明页。`;

/** 证据材料页. */
export const exhibitNumber = (place: number): string => `证据${place}`;
export const KINDS: Readonly<Record<string, string>> = {
  photo: '照片',
  document: '文件',
  audio: '录音',
  video: '录像',
  other: '其他电子文件',
};
export const ELLIPSIS_NOTE = '（全文见电子案卷）';
export const deviceTime = (text: string): string => `${text}（设备记录）`;
export const position = (latitude: number, longitude: number): string =>
  `${latitude < 0 ? '南纬' : '北纬'}${degrees(latitude)}，${longitude < 0 ? '西经' : '东经'}${degrees(longitude)}`;
export const bytesWords = (bytes: number): string => `${megabytes(bytes)}（${bytes} 字节）`;
export const lengthWords = (time: string): string => `时长 ${time}`;
export const sizeWords = (width: number, height: number): string => `${width}×${height} 像素`;
export const pagesWords = (pages: number): string => `${pages} 页`;
export const KEPT = '原件存于电子档案库，以 SHA-256 值为名，写入后不可更改；本页是它在卷内的说明。';

/** Names of the papers around a volume, for the list of bookmarks. */
export const VOLUME_NAMES = { main: '正卷', secondary: '副卷' } as const;
export const COVER = '封面';
export const CONTENTS = '卷内文件目录';
export const SUPPLEMENT_CONTENTS = '归档后补充材料目录';
export const NOTES = '卷内备考表';
export const fileName = (caseName: string, volume: 'main' | 'secondary' | null): string =>
  `${caseName}${volume === null ? '' : VOLUME_NAMES[volume]}.pdf`;

function degrees(value: number): string {
  return `${Math.abs(value).toFixed(7)}°`;
}

function megabytes(bytes: number): string {
  if (bytes >= 1024 ** 3) return `${(bytes / 1024 ** 3).toFixed(2)} GB`;
  if (bytes >= 1024 ** 2) return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
  return `${(bytes / 1024).toFixed(1)} KB`;
}

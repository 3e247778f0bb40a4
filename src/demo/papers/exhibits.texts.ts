/** Names of the recordings shipped with the rehearsal bureau. */
export const EXHIBIT_NAMES = {
  inspection: '现场执法录像.mp4',
  interview: '询问同步录像.mp4',
  hearing: '听证会录像.mp4',
  voice: '询问同步录音.m4a',
} as const;

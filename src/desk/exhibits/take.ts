/** What the camera of this computer made: a photo, a video, a sound recording. */
import { EXHIBIT_TEXTS } from './exhibits.texts.ts';

export type TakeKind = keyof typeof EXHIBIT_TEXTS.takeKinds;

export interface Take {
  readonly id: string;
  readonly kind: TakeKind;
  readonly file: File;
  /** ISO 8601 by the server's clock; a photo starts and stops at once. */
  readonly startedAt: string;
  readonly stoppedAt: string;
}

/** Types to record as, the best first; the browser takes the first it knows. */
const TYPES: Readonly<Record<'video' | 'audio', readonly string[]>> = {
  video: ['video/webm;codecs=vp9,opus', 'video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4'],
  audio: ['audio/webm;codecs=opus', 'audio/webm', 'audio/mp4'],
};

/** Milliseconds of sound and picture that a crash of the browser may cost. */
const SLICE = 2000;

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'video/webm': 'webm',
  'video/mp4': 'mp4',
  'audio/webm': 'webm',
  'audio/mp4': 'm4a',
};

/** A moment to the second in China, `2024-09-10T10:00:05+08:00`. Pure. */
export function secondText(ms: number): string {
  return `${new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

/** The file of a take. `at` is when it began, ISO 8601 with its offset. */
export function takeFile(kind: TakeKind, parts: readonly Blob[], type: string, at: string): File {
  const plain = type.split(';')[0] ?? '';
  const words = at.slice(0, 16).replace('T', ' ').replace(':', '');
  const name = `${EXHIBIT_TEXTS.takeName(EXHIBIT_TEXTS.takeKinds[kind], words)}.${ENDINGS[plain] ?? 'bin'}`;
  return new File([...parts], name, { type: plain });
}

export interface Recording {
  readonly type: string;
  /** Ends it; resolves when the last slice has been handed over. */
  stop(): Promise<void>;
}

/** Starts recording; each slice is handed over as soon as it is there. Throws where the browser cannot record. */
export function startRecording(
  stream: MediaStream,
  kind: 'video' | 'audio',
  onSlice: (slice: Blob) => void,
): Recording {
  const type = TYPES[kind].find((one) => MediaRecorder.isTypeSupported(one));
  const source = kind === 'audio' ? new MediaStream(stream.getAudioTracks()) : stream;
  const recorder = new MediaRecorder(source, type === undefined ? {} : { mimeType: type });
  const ended = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => resolve());
  });
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0) onSlice(data);
  });
  recorder.start(SLICE);
  return {
    type: recorder.mimeType,
    async stop() {
      if (recorder.state !== 'inactive') recorder.stop();
      await ended;
    },
  };
}

/** A still of the picture, as JPEG. */
export async function takePhoto(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92));
}

import {
  EncodedPacketSink,
  FilePathSource,
  Input,
  type InputTrack,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  QTFF,
  WAVE,
  WEBM,
} from 'mediabunny';
import { type Media, plainMedia } from './media.ts';

/** Sound and video recordings: length, codecs, size of the picture. */

/** A recording, and whether its last packet is where its index says. */
export interface Recording {
  readonly media: Media;
  readonly hasVideo: boolean;
  readonly isComplete: boolean;
}

const FORMATS = [MP4, QTFF, MATROSKA, WEBM, MP3, WAVE, OGG];

/**
 * Reads the index and the last packets of a recording. Recordings by browsers carry no length in their head, so the
 * length is that of the packets.
 *
 * @throws Error when it cannot be read
 */
export async function describeRecording(path: string): Promise<Recording> {
  const input = new Input({ source: new FilePathSource(path), formats: FORMATS });
  try {
    const video = await input.getPrimaryVideoTrack();
    const tracks = await input.getTracks();
    if (tracks.length === 0) throw new Error('a recording without tracks');
    const codecs = await Promise.all(tracks.map((track) => codecOf(track)));
    const media: Media = {
      ...plainMedia(video ? 'video' : 'audio'),
      duration: Math.round((await input.computeDuration()) * 1000) / 1000,
      width: video ? await video.getDisplayWidth() : null,
      height: video ? await video.getDisplayHeight() : null,
      codecs: codecs.filter((codec) => codec !== null),
    };
    return { media, hasVideo: video !== null, isComplete: await everyTrackEnds(tracks) };
  } finally {
    input.dispose();
  }
}

async function codecOf(track: InputTrack): Promise<string | null> {
  return (await track.getCodecParameterString()) ?? (await track.getCodec());
}

async function everyTrackEnds(tracks: readonly InputTrack[]): Promise<boolean> {
  for (const track of tracks) {
    const last = await new EncodedPacketSink(track).getPacket(Number.POSITIVE_INFINITY);
    if (!last || last.data.byteLength === 0) return false;
  }
  return true;
}

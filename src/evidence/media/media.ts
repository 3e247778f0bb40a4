/** What is known of a file beside its bytes. Everything here is what the file says of itself. */

import type { ExhibitKind } from '../formats.ts';

/** When a photo or recording was made, by the clock of the device. */
export interface TakenAt {
  /** date and time as the device showed them, `2026-11-20T10:20:30` */
  readonly local: string;
  /** `+08:00`; null when the device did not write it */
  readonly offset: string | null;
}

/** Degrees north and east (WGS 84), seven digits behind the point. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

export interface Media {
  readonly kind: ExhibitKind;
  /** seconds, to the millisecond */
  readonly duration: number | null;
  /** pixels as shown, after turning */
  readonly width: number | null;
  readonly height: number | null;
  /** such as `avc1.64000c`; empty for what is not a recording */
  readonly codecs: readonly string[];
  readonly pages: number | null;
  readonly takenAt: TakenAt | null;
  readonly place: Place | null;
}

/** Media of a kind of which nothing more is known. */
export function plainMedia(kind: ExhibitKind): Media {
  return {
    kind,
    duration: null,
    width: null,
    height: null,
    codecs: [],
    pages: null,
    takenAt: null,
    place: null,
  };
}

/** The moment in milliseconds since 1970. Without an offset the device is taken to show Chinese time. */
export function momentTaken({ local, offset }: TakenAt): number {
  return Date.parse(`${local}${offset ?? '+08:00'}`);
}

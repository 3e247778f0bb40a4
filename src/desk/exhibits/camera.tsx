/** The camera of this computer: a photo, a video, a sound recording, each with when it began and ended. */
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { newId } from '../api/client.ts';
import { serverNow } from '../api/server-clock.ts';
import { lengthWords } from '../words/amounts.ts';
import { timeWords } from '../words/dates.ts';
import { EXHIBIT_TEXTS } from './exhibits.texts.ts';
import {
  type Recording,
  secondText,
  startRecording,
  type Take,
  takeFile,
  takePhoto,
} from './take.ts';
import { keepSlice } from './takes.store.ts';

interface Running {
  readonly kind: 'video' | 'audio';
  readonly startedAt: string;
  stop(): Promise<void>;
}

export function Camera({
  place,
  onTake,
}: {
  readonly place: string;
  readonly onTake: (take: Take) => void;
}) {
  const video = useRef<HTMLVideoElement>(null);
  const { stream, refused } = useStream();
  const [running, setRunning] = useState<Running | null>(null);

  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);

  if (refused !== null)
    return (
      <div className="problem" role="alert">
        <div>
          <strong>
            {refused === 'insecure' ? EXHIBIT_TEXTS.insecure : EXHIBIT_TEXTS.noCamera}
          </strong>
          <p>{refused === 'insecure' ? EXHIBIT_TEXTS.insecureHint : EXHIBIT_TEXTS.noCameraHint}</p>
        </div>
      </div>
    );

  async function photo(): Promise<void> {
    if (!video.current) return;
    const at = secondText(serverNow());
    const blob = await takePhoto(video.current);
    if (!blob) return;
    const id = newId();
    const file = takeFile('photo', [blob], 'image/jpeg', at);
    await keepSlice(
      { id, place, kind: 'photo', type: file.type, startedAt: at, stoppedAt: at },
      blob,
    ).catch(() => undefined);
    onTake({ id, kind: 'photo', file, startedAt: at, stoppedAt: at });
  }

  function record(kind: 'video' | 'audio'): void {
    if (!stream) return;
    const id = newId();
    const startedAt = secondText(serverNow());
    const slices: Blob[] = [];
    const recording: Recording = startRecording(stream, kind, (slice) => {
      slices.push(slice);
      const stoppedAt = secondText(serverNow());
      // A browser without room still has the slices in memory until the recording is uploaded.
      keepSlice({ id, place, kind, type: recording.type, startedAt, stoppedAt }, slice).catch(
        () => undefined,
      );
    });
    setRunning({
      kind,
      startedAt,
      async stop() {
        await recording.stop();
        setRunning(null);
        const file = takeFile(kind, slices, recording.type, startedAt);
        onTake({ id, kind, file, startedAt, stoppedAt: secondText(serverNow()) });
      },
    });
  }

  return (
    <div className="exhibits-camera">
      {/* The live picture of the camera: there is nothing to caption. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <video ref={video} autoPlay playsInline muted aria-label={EXHIBIT_TEXTS.preview} />
      <div className="exhibits-camera-bar" role="status">
        {running ? <Elapsed since={running.startedAt} /> : <span>{EXHIBIT_TEXTS.ready}</span>}
      </div>
      <div className="exhibits-picker-tools">
        {running ? (
          <Button onClick={() => void running.stop()}>{EXHIBIT_TEXTS.stop}</Button>
        ) : (
          <>
            <Button disabled={!stream} onClick={() => record('video')}>
              {EXHIBIT_TEXTS.startVideo}
            </Button>
            <Button disabled={!stream} onClick={() => record('audio')}>
              {EXHIBIT_TEXTS.startAudio}
            </Button>
          </>
        )}
        <Button disabled={!stream} onClick={() => void photo()}>
          {EXHIBIT_TEXTS.photo}
        </Button>
      </div>
    </div>
  );
}

/** Camera and microphone while the component stands. */
function useStream(): {
  readonly stream: MediaStream | null;
  readonly refused: 'insecure' | 'refused' | null;
} {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [refused, setRefused] = useState<'insecure' | 'refused' | null>(
    // Browsers hide the camera from pages that came without encryption.
    globalThis.isSecureContext ? null : 'insecure',
  );
  useEffect(() => {
    if (!globalThis.isSecureContext) return undefined;
    let left = false;
    let taken: MediaStream | null = null;
    async function open(): Promise<void> {
      try {
        taken = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: 'environment', width: { ideal: 1280 } },
          audio: true,
        });
        if (left) close(taken);
        else setStream(taken);
      } catch {
        if (!left) setRefused('refused');
      }
    }
    void open();
    return () => {
      left = true;
      if (taken) close(taken);
    };
  }, []);
  return { stream, refused };
}

function close(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function Elapsed({ since }: { readonly since: string }) {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 500);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      <span className="exhibits-ring" aria-hidden="true" />
      <span>
        {EXHIBIT_TEXTS.recording} {lengthWords(Math.max(0, now - Date.parse(since)))}
      </span>
      <span className="note">{EXHIBIT_TEXTS.recordingSince(timeWords(since))}</span>
    </>
  );
}

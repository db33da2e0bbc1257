import { Camera, CameraOff } from 'lucide-react';
import { decodeQR } from 'qr/decode.js';
import { useEffect, useRef, useState } from 'react';
import { readLink } from '../../../shared/exchange/pairingLink';
import { usePorts } from '../../app/ports';
import { Button } from '../../parts/Button';
import { joiningText } from '../../text/joining';
import styles from './joining.module.css';

const words = joiningText.camera;

type Fault = keyof typeof words.faults;

/** Milliseconds between two looks: a code that is held still is read at the first or second. */
const between = 150;

/** Reads a pairing link off what the camera sees. Nothing of the picture leaves this screen or is kept. */
export function CameraReader({ onLink }: { onLink(link: string): void }) {
  const { bridge } = usePorts();
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const shown = useRef<HTMLVideoElement>(null);
  const found = useRef(onLink);
  found.current = onLink;

  async function start(): Promise<void> {
    setFault(null);
    await bridge.allowCamera();
    try {
      setStream(await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 } } }));
    } catch (error) {
      setFault(faultOf(error));
    }
  }

  useEffect(() => {
    const video = shown.current;
    if (!stream || !video) return;
    video.srcObject = stream;
    const eye = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const timer = setInterval(() => {
      const text = eye && seenBy(video, eye);
      if (text && readLink(text).ok) found.current(text);
    }, between);
    return () => {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
    };
  }, [stream]);

  return (
    <>
      <p className={styles.quiet}>{words.lead}</p>
      {stream && (
        <>
          <video ref={shown} className={styles.picture} aria-label={words.picture} autoPlay muted playsInline />
          <p role="status">{words.looking}</p>
        </>
      )}
      {fault && (
        <p role="alert" className={styles.trouble}>
          {words.faults[fault]}
        </p>
      )}
      <div className={styles.buttons}>
        {stream ? (
          <Button icon={CameraOff} onPress={() => setStream(null)}>
            {words.stop}
          </Button>
        ) : (
          <Button look="primary" icon={Camera} onPress={() => void start()}>
            {words.start}
          </Button>
        )}
      </div>
    </>
  );
}

/** The text of a code in the picture that the video shows now; null where none can be read. */
function seenBy(video: HTMLVideoElement, eye: CanvasRenderingContext2D): string | null {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return null;
  eye.canvas.width = width;
  eye.canvas.height = height;
  eye.drawImage(video, 0, 0);
  try {
    return decodeQR(eye.getImageData(0, 0, width, height));
  } catch {
    return null; // no code in this picture: the next one is looked at
  }
}

function faultOf(error: unknown): Fault {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'refused';
}

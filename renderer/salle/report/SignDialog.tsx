import { useEffect, useRef, useState } from 'react';
import SignaturePad from 'signature_pad';
import { usePorts } from '../../app/ports';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { listedName } from '../../text/salle';
import { reportText } from '../../text/salleReport';
import { useRoom } from '../room/RoomContext';
import type { TeamMember } from '../room/roomView';
import styles from './Signatures.module.css';
import { strokesOf } from './strokes';

const text = reportText.report;

/** A box to sign in, by finger, pen or mouse; what is kept are the strokes, in thousandths of the box's width. */
export function SignDialog({ member, onClose }: { readonly member: TeamMember; onClose(): void }) {
  const { here, say } = useRoom();
  const { clock } = usePorts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const [drawn, setDrawn] = useState(false);
  const name = member.person ? listedName(member.person) : member.id;

  useEffect(() => {
    const box = canvas.current;
    if (!box) return;
    box.width = box.clientWidth;
    box.height = box.clientHeight;
    const signing = new SignaturePad(box, { penColor: '#1b2333', minWidth: 1, maxWidth: 3 });
    signing.addEventListener('endStroke', () => setDrawn(true));
    pad.current = signing;
    return () => signing.off();
  }, []);

  async function keep() {
    const box = canvas.current;
    if (!box || !pad.current) return;
    const strokes = strokesOf(pad.current.toData(), box.width);
    const said = await say({
      kind: 'report.signed',
      about: { ...here, signer: member.id },
      data: { at: clock.now(), strokes },
    });
    if (said) onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text.signHere(name)}
      footer={
        <>
          <Button look="primary" isDisabled={!drawn} onPress={() => void keep()}>
            {text.keep}
          </Button>
          <Button
            isDisabled={!drawn}
            onPress={() => {
              pad.current?.clear();
              setDrawn(false);
            }}
          >
            {text.clear}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {text.cancel}
          </Button>
        </>
      }
    >
      <canvas ref={canvas} className={styles.pad} aria-label={text.signArea} />
    </Dialog>
  );
}

import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { Button } from '../../renderer/parts/Button';
import { Checkbox } from '../../renderer/parts/Checkbox';
import { ConfirmDialog } from '../../renderer/parts/Dialog';
import { Radios } from '../../renderer/parts/Radios';
import { Select } from '../../renderer/parts/Select';
import { TextField } from '../../renderer/parts/TextField';
import { useTell } from '../../renderer/parts/Toasts';
import { type MessageSubject, messageSubject } from '../../shared/exam/messages/kinds';
import type { DesignatedPaper } from '../../shared/exam/papers/designation';
import type { CentreCode } from '../../shared/exchange/names';
import { messageId } from '../../shared/kernel/ids';
import { go } from '../frame/routes';
import { useLive } from '../live/useLive';
import { post } from '../server/ask';
import { messagesText, paperText, writeText as text } from '../text/messages';
import { refusalText } from '../text/vigie';
import styles from './MessagesDesk.module.css';
import { PapersChoice } from './PapersChoice';
import { SubjectTag } from './SubjectTag';
import { usePapers } from './usePapers';
import { type To, useRecipients } from './useRecipients';

const answer = z.object({
  message: messageId.schema,
  told: z.array(z.object({ centre: z.string(), entry: z.string().nullable() })),
});
const namesShown = 4;

/** A message to centres of one session: written, read again as they will see it, then sent. */
export function WriteDesk({ centre }: { readonly centre: CentreCode | null }) {
  const { known } = useLive();
  const tell = useTell();
  const [session, setSession] = useState<string | null>(null);
  const [to, setTo] = useState<To | null>(null);
  const [subject, setSubject] = useState<MessageSubject>('erratum');
  const [title, setTitle] = useState('');
  const [said, setSaid] = useState('');
  const [papers, setPapers] = useState<readonly DesignatedPaper[]>([]);
  const [readOut, setReadOut] = useState(false);
  const [reading, setReading] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { sessions, chosen, choices, to: meant, recipients } = useRecipients({ centre, session, to });
  const centres = meant === 'all' ? null : recipients;
  const told = usePapers({ session: chosen, centres, chosen: papers });
  const holders =
    papers.length > 0 && told?.ok
      ? told.value.holders
      : { count: recipients.length, some: recipients.slice(0, namesShown) };
  const names = holders.some.map((each) => {
    const line = known.centres.get(each)?.line;
    return typeof line === 'object' ? line.name : each;
  });

  function read(event: FormEvent) {
    event.preventDefault();
    if (title.trim() === '' || said.trim() === '') return setFault(text.missing);
    if (holders.count === 0) return setFault(text.nobody);
    setFault(null);
    setReading(true);
  }

  async function send() {
    const about = papers.map(({ labels: _, ...paper }) => paper);
    const message = { subject, title: title.trim(), text: said.trim(), papers: about, readOut };
    const sent = await post(answer, `/sessions/${chosen ?? ''}/messages`, { ...message, centres });
    if (!sent.ok) return tell({ tone: 'fault', text: refusalText(sent.error) });
    const reached = sent.value.told.filter(({ entry }) => entry !== null).length;
    tell({ text: text.sent(reached, sent.value.told.length - reached) });
    go({ path: 'messages', message: sent.value.message });
  }

  return (
    <form className={styles.form} onSubmit={read}>
      <h2>{text.title}</h2>
      {sessions.length > 1 && <Select label={text.session} value={chosen} options={sessions} onChange={setSession} />}
      <Radios label={text.to} value={meant} options={choices} onChange={setTo} />
      <Radios
        label={text.subject}
        across
        value={subject}
        options={messageSubject.options.map((value) => ({ value, label: messagesText.subject[value] }))}
        onChange={setSubject}
      />
      <PapersChoice told={told} chosen={papers} onChange={setPapers} />
      <TextField label={text.messageTitle} hint={text.titleHint} value={title} onChange={setTitle} maxLength={160} />
      <TextField label={text.text} long value={said} onChange={setSaid} maxLength={4000} error={fault} />
      <Checkbox value={readOut} onChange={setReadOut}>
        {text.readOut}
      </Checkbox>
      <div>
        <Button look="primary" type="submit">
          {text.preview}
        </Button>
      </div>
      {reading && (
        <ConfirmDialog
          isOpen
          onClose={() => setReading(false)}
          title={text.previewTitle(holders.count)}
          confirm={text.send(holders.count)}
          cancel={text.back}
          onConfirm={send}
        >
          <p>{text.recipients(names.join(', '), holders.count - names.length)}</p>
          <div className={styles.preview}>
            <SubjectTag message={{ subject, withdrawn: null }} />
            <h3>{title.trim()}</h3>
            {papers.length > 0 && <p className={styles.when}>{messagesText.papers(papers.map(paperText))}</p>}
            <p className={styles.text}>{said.trim()}</p>
            {readOut && <p className={styles.when}>{text.readOutIn(papers.length)}</p>}
          </div>
          {papers.length > 0 && <p className={styles.when}>{text.holders(holders.count, recipients.length)}</p>}
          <p className={styles.when}>{text.previewSay}</p>
        </ConfirmDialog>
      )}
    </form>
  );
}

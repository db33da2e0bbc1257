import { Building2, CalendarPlus, FileUp } from 'lucide-react';
import { useCallback, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '../../renderer/parts/Button';
import { NumberField } from '../../renderer/parts/NumberField';
import { Select } from '../../renderer/parts/Select';
import { type Column, Table } from '../../renderer/parts/Table';
import { TextField } from '../../renderer/parts/TextField';
import { useTell } from '../../renderer/parts/Toasts';
import { toBase64url } from '../../shared/kernel/bytes';
import { administration, type Centre, type FileSent, type Session } from '../server/administration';
import { Fault } from '../signIn/Fault';
import { adminText } from '../text/administration';
import styles from './AdministrationDesk.module.css';
import { AskDialog } from './AskDialog';
import { ImportDialog } from './ImportDialog';
import { MachinesDialog } from './MachinesDialog';
import { useAsked } from './useAsked';

const text = adminText.session;

/** Sessions and their centres: opened, added, filled from dossiers, their machines let in and put out. */
export function SessionsPart() {
  const [asked, again] = useAsked(administration.sessions);
  const [chosen, setChosen] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  if (asked.kind === 'asking') return null;
  if (asked.kind === 'refused') return <Fault refusal={asked.refusal} />;
  const { sessions } = asked.value;
  const session = sessions.find(({ id }) => id === chosen) ?? sessions.at(-1);
  return (
    <>
      <div className={styles.acts}>
        {session ? (
          <div className={styles.chosen}>
            <Select
              label={text.chosen}
              value={session.id}
              options={sessions.map(({ id, name, authority }) => ({ value: id, label: name, detail: authority }))}
              onChange={setChosen}
            />
          </div>
        ) : (
          <p className={styles.quiet}>{text.none}</p>
        )}
        <Button icon={CalendarPlus} onPress={() => setCreating(true)}>
          {text.create}
        </Button>
      </div>
      {session && <Centres key={session.id} session={session} />}
      {creating && (
        <Creating
          onClose={() => setCreating(false)}
          onCreated={(id) => {
            setChosen(id);
            void again();
          }}
        />
      )}
    </>
  );
}

function Creating({ onClose, onCreated }: { onClose(): void; onCreated(id: string): void }) {
  const tell = useTell();
  const [id, setId] = useState('');
  const [name, setName] = useState('');
  const [authority, setAuthority] = useState('');
  const [year, setYear] = useState<number | null>(new Date().getFullYear());
  return (
    <AskDialog
      title={text.create}
      confirm={text.create}
      isDisabled={id.trim() === '' || name.trim() === '' || year === null}
      onClose={onClose}
      onConfirm={async () => {
        const said = { id: id.trim(), name: name.trim(), authority: authority.trim(), year: year ?? 0 };
        const created = await administration.createSession(said);
        if (!created.ok) return created.error;
        tell({ text: text.created(created.value.name) });
        onCreated(created.value.id);
        return null;
      }}
    >
      <TextField label={text.name} value={name} onChange={setName} maxLength={120} autoFocus />
      <TextField label={text.id} hint={text.idHint} value={id} onChange={setId} maxLength={80} />
      <NumberField label={text.year} value={year} onChange={setYear} minValue={2000} maxValue={2100} />
      <TextField label={text.authority} value={authority} onChange={setAuthority} maxLength={120} />
    </AskDialog>
  );
}

function Centres({ session }: { readonly session: Session }) {
  const ask = useCallback(() => administration.centres(session.id), [session.id]);
  const [asked, again] = useAsked(ask);
  const [adding, setAdding] = useState(false);
  const [files, setFiles] = useState<readonly FileSent[] | null>(null);
  const [machines, setMachines] = useState<Centre | null>(null);
  if (asked.kind === 'asking') return null;
  if (asked.kind === 'refused') return <Fault refusal={asked.refusal} />;
  const { centres } = asked.value;
  const columns: readonly Column<Centre>[] = [
    { id: 'name', head: adminText.centre.name, names: true, cell: ({ name }) => name },
    { id: 'code', head: adminText.centre.code, cell: ({ centre }) => centre },
    { id: 'town', head: adminText.centre.town, cell: ({ town }) => town },
    {
      id: 'acts',
      head: <span className="unseen">{adminText.centre.open}</span>,
      align: 'end',
      cell: (centre) => (
        <Button size="small" onPress={() => setMachines(centre)} aria-label={adminText.machines.title(centre.name)}>
          {adminText.centre.open}
        </Button>
      ),
    },
  ];
  return (
    <>
      <div className={styles.acts}>
        <Button icon={Building2} onPress={() => setAdding(true)}>
          {adminText.centre.add}
        </Button>
        <FileTrigger
          allowsMultiple
          onSelect={(chosen) => chosen && void readAll(chosen).then((read) => read.length > 0 && setFiles(read))}
        >
          <Button icon={FileUp}>{text.import}</Button>
        </FileTrigger>
      </div>
      <p className={styles.quiet}>{text.importHint}</p>
      {centres.length === 0 ? (
        <p className={styles.quiet}>{adminText.centre.none}</p>
      ) : (
        <Table caption={adminText.centre.list} columns={columns} rows={centres} idOf={({ centre }) => centre} />
      )}
      {adding && <Adding session={session} onClose={() => setAdding(false)} onAdded={again} />}
      {files && <ImportDialog session={session.id} files={files} onClose={() => setFiles(null)} onPublished={again} />}
      {machines && <MachinesDialog centre={machines} onClose={() => setMachines(null)} />}
    </>
  );
}

function Adding(props: { readonly session: Session; onClose(): void; onAdded(): Promise<void> }) {
  const tell = useTell();
  const [centre, setCentre] = useState('');
  const [name, setName] = useState('');
  const [town, setTown] = useState('');
  return (
    <AskDialog
      title={adminText.centre.add}
      confirm={adminText.centre.add}
      isDisabled={centre.trim() === '' || name.trim() === ''}
      onClose={props.onClose}
      onConfirm={async () => {
        const said = { centre: centre.trim().toUpperCase(), name: name.trim(), town: town.trim() };
        const added = await administration.addCentre(props.session.id, said);
        if (!added.ok) return added.error;
        tell({ text: adminText.centre.added(added.value.name) });
        await props.onAdded();
        return null;
      }}
    >
      <TextField
        label={adminText.centre.code}
        hint={adminText.centre.codeHint}
        value={centre}
        onChange={setCentre}
        maxLength={8}
        autoFocus
      />
      <TextField label={adminText.centre.name} value={name} onChange={setName} maxLength={120} />
      <TextField label={adminText.centre.town} value={town} onChange={setTown} maxLength={80} />
    </AskDialog>
  );
}

async function readAll(files: FileList): Promise<readonly FileSent[]> {
  return Promise.all(
    [...files].map(async (file) => ({ name: file.name, content: base64(new Uint8Array(await file.arrayBuffer())) })),
  );
}

/** Base64 as mail and JSON have it, from the alphabet of addresses. */
function base64(bytes: Uint8Array): string {
  const text = toBase64url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

/** What a later version has changed in one file: this text stands in the place of that one, which is there once or more. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The files and protocols whose form a later version may have raised, each at will (`CACHET_LATER_FORMS`). */
export const forms = [
  'data.key',
  'device.key',
  'box',
  'enrolment',
  'network',
  'copies',
  'receipts',
  'carried',
  'copy',
  'protocol',
] as const;
export type Form = (typeof forms)[number];

const raised = (form: Form) => `(process.env.CACHET_LATER_FORMS?.split(' ').includes('${form}') ? 2 : 1)`;

/** A file of JSON that says its form: a later version reads both, and writes its own where that was raised. */
function kept(file: string, form: Form): readonly Edit[] {
  return [
    { file, from: 'format: z.literal(1)', to: 'format: z.union([z.literal(1), z.literal(2)])' },
    { file, from: 'format: 1,', to: `format: ${raised(form)},` },
  ];
}

const kinds = 'shared/exam/incidents/kinds.ts';
const database = 'renderer/worker/connection.ts';
const copy = 'renderer/worker/entryCopy.ts';
const box = 'electron/journal/recordFormat.ts';

/** A later version of the product: one more kind of entry, another one raised, another database, and whatever forms. */
export const edits: readonly Edit[] = [
  {
    file: kinds,
    from: "  'observation.written': kind({",
    to: `  'corridor.checked': kind({
    kind: 'corridor.checked',
    version: 1,
    channel: 'rooms',
    by: inRoom,
    about: z.object({ sitting: sittingId.schema }),
    data: z.object({ remark: z.string() }),
    writes: () => [],
  }),
  'observation.written': kind({`,
  },
  {
    file: kinds,
    from: "    kind: 'observation.written',\n    version: 1,",
    to: `    kind: 'observation.written',
    version: 2,
    earlier: [({ about, data }) => ({ about, data: { words: data.text } })],`,
  },
  {
    file: kinds,
    from: 'data: z.object({ text: z.string().max(4000) }),',
    to: 'data: z.object({ words: z.string() }),',
  },
  {
    file: kinds,
    from: "[write('observations', about.sitting, about.room, data)]",
    to: "[write('observations', about.sitting, about.room, { text: data.words })]",
  },
  {
    file: 'shared/exam/incidents/guards.ts',
    from: "  'observation.written': (",
    to: "  'corridor.checked': () => null,\n  'observation.written': (",
  },
  {
    file: 'shared/exam/decisions/decisive.ts',
    from: "  'observation.written': noRole,",
    to: "  'observation.written': noRole,\n  'corridor.checked': noRole,",
  },
  {
    file: 'renderer/text/sentences/procedure.ts',
    from: "  'observation.written': sentence(",
    to: `  'corridor.checked': sentence(kinds['corridor.checked'], (_about, data) => 'Couloir\\u202F: ' + data.remark),
  'observation.written': sentence(`,
  },
  {
    file: 'renderer/text/sentences/procedure.ts',
    from: '(_about, { text }) => `Observations',
    to: '(_about, { words: text }) => `Observations',
  },
  {
    file: 'shared/documents/entryWords.ts',
    from: "  'observation.written': 'observation',",
    to: "  'observation.written': 'observation',\n  'corridor.checked': 'couloir',",
  },
  {
    file: 'renderer/text/chronicle.ts',
    from: "  'observation.written': 'incidents',",
    to: "  'observation.written': 'incidents',\n  'corridor.checked': 'incidents',",
  },
  {
    file: database,
    from: "    this.base.on('close', closed);",
    to: `    this.base.version(3).stores({ entries: '[stream+seq], id' }).upgrade(async (old) => {
      for (const store of ['entries', 'forks'])
        await old.table(store).toCollection().modify((row) => {
          row.box = row.casing;
          delete row.casing;
        });
    });
    this.base.on('close', closed);`,
  },
  { file: database, from: 'claim.extend({ casing:', to: 'claim.extend({ box:' },
  {
    file: copy,
    from: 'return { stream, seq, prev, id, casing };',
    to: 'return { stream, seq, prev, id, box: casing };',
  },
  {
    file: copy,
    from: 'const { casing, ...entry } = row.parse(raw);',
    to: 'const { box: casing, ...entry } = row.parse(raw);',
  },
  { file: 'electron/laterForm.ts', from: 'const ownFormat = 1;', to: 'const ownFormat = 2;' },
  { file: box, from: 'CACHET[2-9]', to: 'CACHET[3-9]' },
  ...kept('electron/keys/keyFile.ts', 'data.key'),
  ...kept('electron/journal/deviceKey.ts', 'device.key'),
  ...kept('electron/exchange/enrolmentFile.ts', 'enrolment'),
  ...kept('electron/relay/networkFile.ts', 'network'),
  ...kept('electron/copies/copySettings.ts', 'copies'),
  ...kept('electron/exchange/receiptsFile.ts', 'receipts'),
  ...kept('electron/relay/passedReceipts.ts', 'receipts'),
  {
    file: 'electron/journal/checkedFiles.ts',
    from: 'format: z.literal(1)',
    to: 'format: z.union([z.literal(1), z.literal(2)])',
  },
  {
    file: 'electron/journal/openJournal.ts',
    from: '{ format: 1, entries,',
    to: `{ format: ${raised('receipts')}, entries,`,
  },
  {
    file: 'electron/keys/vault.ts',
    from: 'if (this.ring.inUse) {\n',
    to: `if (this.ring.inUse) {\n      if (${raised('data.key')} === 2 && this.wrapper) await this.ring.write(this.wrapper);\n`,
  },
  {
    file: 'electron/journal/deviceKey.ts',
    from: 'if (!found.closedUnderKeyInUse)',
    to: `if (${raised('device.key')} === 2 || !found.closedUnderKeyInUse)`,
  },
  {
    file: 'electron/carry/carriedFormat.ts',
    from: "utf8('CACHET-USB 1\\n')",
    to: `utf8('CACHET-USB ' + ${raised('carried')} + '\\n')`,
  },
  {
    file: 'electron/copies/copyHeader.ts',
    from: "utf8('CACHET-COPY 1\\n')",
    to: `utf8('CACHET-COPY ' + ${raised('copy')} + '\\n')`,
  },
  {
    file: 'shared/exchange/protocol.ts',
    from: '{ oldest: 1, newest: 1 }',
    to: `{ oldest: typeof process === 'undefined' ? 1 : ${raised('protocol')}, newest: 2 }`,
  },
  { file: box, from: '  header.set(fileMagic);', to: `  header.set(utf8('CACHET' + ${raised('box')} + '\\n'));` },
  {
    file: box,
    from: 'fileMagic.some((byte, at) => bytes[at] !== byte)',
    to: 'fileMagic.some((byte, at) => at !== 6 && bytes[at] !== byte)',
  },
  {
    file: 'electron/journal/recordWriter.ts',
    from: 'if (!this.last?.sound ||',
    to: `if (${raised('box')} === 2 || !this.last?.sound ||`,
  },
];

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isCopy } from '../../electron/copies/copyHeader';
import { recoveredKeys } from '../../electron/keys/recover';
import { newRecoveryKey, publicHalfOf } from '../../electron/keys/recoverySeal';
import { copyReport } from './copyReport';
import { NotRecovered } from './notRecovered';

export interface RecoverOrder {
  /** A safe copy, a machine's `data.key`, or the word `new`. */
  readonly target: string | null;
  /** The file of headquarters' private key, PEM. */
  readonly privateKey: string | null;
  print(line: string): void;
}

const usage = `npm run recover -- <copie de secours> <clé privée>   vérifie la copie, et donne le code qui l’ouvre dans Cachet
npm run recover -- <data.key> <clé privée>           donne le code de chaque clé de ce poste
npm run recover -- new <clé privée>                  crée une clé de recouvrement, et ce qu’en prend le dossier de centre`;

/** What headquarters do when a centre can no longer open what it has. Answers 0 when a code was given, 1 when none could be, 2 when nothing was asked. */
export async function recoverCommand({ target, privateKey, print }: RecoverOrder): Promise<0 | 1 | 2> {
  if (target === null || privateKey === null) {
    print(usage);
    return 2;
  }
  try {
    const lines = target === 'new' ? madeKey(privateKey) : await recovered(target, privateKey);
    for (const line of lines) print(line);
    return 0;
  } catch (error) {
    if (!(error instanceof NotRecovered)) throw error;
    print(error.message);
    return 1;
  }
}

function madeKey(to: string): readonly string[] {
  if (existsSync(to)) throw new NotRecovered(`${to} existe déjà\u202F: une clé privée n’est jamais remplacée.`);
  const { privatePem, publicKey } = newRecoveryKey();
  writeFileSync(to, privatePem, { mode: 0o600, flag: 'wx' });
  return [JSON.stringify({ label: 'Siège', publicKey })];
}

async function recovered(target: string, privateKey: string): Promise<readonly string[]> {
  const privatePem = fileAt(privateKey).toString('utf8');
  if (publicHalfOf(privatePem) === null)
    throw new NotRecovered(`${privateKey} n’est pas une clé privée de recouvrement (X25519, PEM, sans mot de passe).`);
  const file = fileAt(target);
  return isCopy(file)
    ? copyReport(new Uint8Array(file), privatePem)
    : keysOf(target, file.toString('utf8'), privatePem);
}

function keysOf(target: string, keyFile: string, privatePem: string): readonly string[] {
  const keys = recoveredKeys(keyFile, privatePem);
  if (keys === null)
    throw new NotRecovered(`${target} n’est ni une copie de secours ni un data.key que cette version sache lire.`);
  if (keys.every(({ code }) => code === null))
    throw new NotRecovered('Aucune clé de ce poste n’est scellée pour cette clé privée.');
  return keys.map(
    ({ id, inUse, code }) =>
      `${inUse ? 'en service' : 'ancienne'} ${id}\u202F: ${code ?? 'non scellée pour cette clé privée'}`,
  );
}

function fileAt(name: string): Buffer {
  try {
    return readFileSync(name);
  } catch {
    throw new NotRecovered(`${name} n’existe pas ou ne se laisse pas lire.`);
  }
}

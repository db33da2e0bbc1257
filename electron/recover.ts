// `npm run recover`: what headquarters do when a machine can no longer open its journal. Needs Node only.
import { readFileSync, writeFileSync } from 'node:fs';
import { recoveredKeys } from './keys/recover';
import { newRecoveryKey } from './keys/recoverySeal';

const usage = `npm run recover -- <data.key> <private key file>   prints the recovery code of each key of the machine
npm run recover -- new <private key file>          makes a recovery key and prints what the dossier de centre takes`;

/** Does what the arguments ask, and gives the exit code. */
function run([first, privateKeyFile]: readonly string[]): number {
  if (!first || !privateKeyFile) {
    console.error(usage);
    return 2;
  }
  if (first === 'new') {
    const { privatePem, publicKey } = newRecoveryKey();
    writeFileSync(privateKeyFile, privatePem, { mode: 0o600, flag: 'wx' });
    console.log(JSON.stringify({ label: 'Siège', publicKey }));
    return 0;
  }
  const keys = recoveredKeys(readFileSync(first, 'utf8'), readFileSync(privateKeyFile, 'utf8'));
  if (keys === null) {
    console.error(`${first} is not a data.key that this version reads`);
    return 1;
  }
  for (const { id, inUse, code } of keys) {
    console.log(`${inUse ? 'in use' : 'former'} ${id}: ${code ?? 'not sealed to this private key'}`);
  }
  return keys.some(({ code }) => code !== null) ? 0 : 1;
}

process.exitCode = run(process.argv.slice(2));

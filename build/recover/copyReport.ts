import { openerOfPrivateKey } from '../../electron/copies/copyCode';
import { decodeCopyHeader } from '../../electron/copies/copyHeader';
import { copyKeyIn, type ReadCopy, readCopy } from '../../electron/copies/readCopy';
import { openedKeys } from '../../electron/keys/recover';
import { ed25519Check } from '../../node/ed25519';
import { streamName } from '../../renderer/text/audit';
import { centreText, copyFaultText } from '../../renderer/text/copyTaken';
import { counted, dayText, hourText } from '../../renderer/text/times';
import type { CopyFault } from '../../shared/bridge/copies';
import { publishedCentre } from '../../shared/centre/publishedCentre';
import { recoveryCodeOf } from '../../shared/kernel/recoveryCode';
import type { Result } from '../../shared/kernel/result';
import { NotRecovered } from './notRecovered';

/**
 * What a safe copy holds, every byte of it checked, and the code that opens it in the desk as that of its sheet would. The
 * code is the copy's own key: it opens this file and no other. Rejects with `NotRecovered` where it is not whole.
 */
export async function copyReport(file: Uint8Array, privatePem: string): Promise<readonly string[]> {
  const opener = openerOfPrivateKey(privatePem);
  if (opener === null) throw new Error('the private key was looked at before');
  const key = sound(copyKeyIn(sound(decodeCopyHeader(file)), opener));
  const copy = sound(
    await readCopy(file, { by: 'copy-key', key }, { check: ed25519Check(), centreOf: publishedCentre }),
  );
  return [
    ...contents(copy),
    '',
    'Code de cette copie, à donner au centre\u202F:',
    `  ${recoveryCodeOf(key)}`,
    once,
    ...machineCodes(copy, privatePem),
  ];
}

const once =
  'Le centre le tape à la place du code de la fiche. Il n’ouvre que ce fichier\u202F: chaque copie a sa propre clé.';

/** For a machine that is there and whose `data.key` is not. */
function machineCodes({ header }: ReadCopy, privatePem: string): readonly string[] {
  const codes = openedKeys(header.machineKeys, privatePem).flatMap(({ id, inUse, code }) =>
    code === null ? [] : [`  ${inUse ? 'en service' : 'ancienne'} ${id}\u202F: ${code}`],
  );
  return codes.length === 0 ? [] : ['', 'Clés du poste lui-même, s’il est là et a perdu son data.key\u202F:', ...codes];
}

function contents({ header, entries }: ReadCopy): readonly string[] {
  const { of, madeAt, device, version, forks, frontier } = header;
  return [
    `Copie de secours intacte\u202F: ${centreText(of)}${of.demonstration ? ' (démonstration)' : ''}.`,
    `Session ${of.session}, année ${of.year}, ${of.town}.`,
    `Faite le ${dayText(madeAt, of.zone)} à ${hourText(madeAt, of.zone)} par le poste ${device.slice(0, 6)}, Cachet ${version}.`,
    `${counted(entries.length, 'saisie', 'saisies')}, toutes intactes et signées${forks > 0 ? `, dont ${forks} à côté d’une autre` : ''}\u202F:`,
    ...frontier.map(({ stream, seq }) => `  ${streamName(stream)}\u202F: ${seq}`),
  ];
}

function sound<T>(result: Result<T, CopyFault>): T {
  if (result.ok) return result.value;
  throw new NotRecovered(
    result.error.kind === 'other-code'
      ? 'Cette copie n’est pas scellée pour cette clé privée.'
      : copyFaultText(result.error),
  );
}

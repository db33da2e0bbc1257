import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { text as mainText } from '../../../electron/text';
import { OpeningFailed } from '../../../renderer/app/OpeningScreen';
import { storageReason } from '../../../shared/kernel/storage';

test('a journal that does not open says that nothing is erased, what to do, and what the machine said', () => {
  const shown = renderToStaticMarkup(createElement(OpeningFailed, { error: new Error('EIO: <disk>') }));
  expect(shown).toContain('Le journal ne s’est pas ouvert');
  expect(shown).toContain('Rien n’est effacé. Relancez Cachet');
  expect(shown).toContain('continuez sur papier et prévenez le chef de centre');
  expect(shown).toContain('EIO: &lt;disk&gt;');
});

test.each(storageReason.options)('main says of a journal that does not open (%s) why, and what to do', (reason) => {
  const said = mainText.notOpened(reason);
  expect(said).toMatch(
    /^Le journal de ce poste ne peut pas s’ouvrir\u202F: .+\. Rien n’est effacé\. Continuez sur papier/,
  );
});

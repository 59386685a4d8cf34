import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { exceptDouble } from '../desk/stray-click.ts';
import { useT } from '../i18n/use-t.ts';

const KEYS = [
  ['Ctrl K', 'find'],
  ['J', 'next'],
  ['K', 'previous'],
  ['E', 'edit'],
  ['Ctrl S', 'save'],
  ['C', 'confirmClasses'],
  ['?', 'help'],
  ['Esc', 'leave'],
] as const;

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  return (
    <Dialog open onClose={exceptDouble(onClose)} maxWidth="xs" fullWidth aria-labelledby="shortcuts">
      <DialogTitle id="shortcuts">{t('shell.help')}</DialogTitle>
      <DialogContent>
        <table className="plain">
          <tbody>
            {KEYS.map(([key, what]) => (
              <tr key={key}>
                <th scope="row">
                  <kbd>{key}</kbd>
                </th>
                <td>{t(`shell.shortcuts.${what}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </DialogContent>
    </Dialog>
  );
}

import { useId, type ReactNode, type SyntheticEvent } from 'react';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { ProblemDocument } from '../api/problem.ts';
import { useT } from '../i18n/use-t.ts';
import { ProblemAlert } from './ProblemAlert.tsx';
import { exceptBeside } from './stray-click.ts';

interface Props {
  readonly title: string;
  readonly children?: ReactNode;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly cancel?: string;
  readonly problem?: ProblemDocument | null;
  readonly pending?: boolean;
  /** Said while the act is under way, where that takes more than a moment. It goes on when the dialog is closed. */
  readonly busy?: string | undefined;
  /** Something is still missing. */
  readonly blocked?: boolean;
  readonly grave?: boolean;
  readonly wide?: boolean;
}

/** Asks before an act; stays open with the sentence when the act is refused. */
export function ConfirmDialog(props: Props) {
  const t = useT();
  const id = useId();
  const { title, children, confirm, onConfirm, onClose, problem = null, pending = false, blocked = false } = props;
  // What is under way cannot be called off any more.
  const isBusy = pending && props.busy !== undefined;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    // A dialog inside another form must not submit that one too.
    event.stopPropagation();
    if (!pending && !blocked) onConfirm();
  };
  return (
    <Dialog
      open
      onClose={exceptBeside(onClose)}
      maxWidth={props.wide === true ? 'md' : 'sm'}
      fullWidth
      aria-labelledby={id}
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          <ProblemAlert problem={problem} />
          {children}
          {props.busy !== undefined && <Busy sentence={pending ? props.busy : null} />}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose}>{isBusy ? t('common.close') : (props.cancel ?? t('common.cancel'))}</Button>
          <Button
            type="submit"
            variant="contained"
            color={props.grave === true ? 'error' : 'primary'}
            disabled={pending || blocked}
          >
            {confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Always there, so that a screen reader hears when it begins. */
function Busy({ sentence }: { readonly sentence: string | null }) {
  return (
    <p className="row busy" role="status">
      {sentence !== null && (
        <>
          <CircularProgress size={16} aria-hidden />
          {sentence}
        </>
      )}
    </p>
  );
}

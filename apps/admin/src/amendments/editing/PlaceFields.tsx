import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { OutlineView } from '../../editions/use-outline.ts';
import { useT } from '../../i18n/use-t.ts';
import { afterChoices, sectionChoices, type PlaceValue } from './place.ts';

interface Props {
  readonly view: OutlineView;
  readonly value: PlaceValue;
  /** The entry that is moved: it cannot stand after itself. */
  readonly without?: string;
  readonly onChange: (value: PlaceValue) => void;
}

const FIRST = 'first';

/** Chooses a place in the outline: the category, and after which entry. An item stays within its service. */
export function PlaceFields({ view, value, without, onChange }: Props) {
  const t = useT();
  const choices = [{ value: FIRST, label: t('editing.first') }, ...afterChoices(view.all, value, without ?? null)];
  return (
    <>
      {value.parentServiceId === null && (
        <TextField
          select
          margin="dense"
          label={t('editing.section')}
          value={value.sectionKey}
          onChange={(event) => onChange({ ...value, sectionKey: event.target.value, afterServiceId: null })}
        >
          {sectionChoices(view.all, view.query.data?.sections ?? []).map(({ value: key, label }) => (
            <MenuItem key={key} value={key} dense>
              {label}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        select
        margin="dense"
        label={t('editing.after')}
        value={value.afterServiceId ?? FIRST}
        onChange={(event) =>
          onChange({ ...value, afterServiceId: event.target.value === FIRST ? null : event.target.value })
        }
      >
        {choices.map(({ value: id, label }) => (
          <MenuItem key={id} value={id} dense>
            {label}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}

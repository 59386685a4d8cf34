import type { RaThemeOptions } from 'ra-ui-materialui';

const SANS = "'PingFang SC','Microsoft YaHei','Source Han Sans SC','Noto Sans CJK SC','Noto Sans SC',sans-serif";

const BUTTON = { minHeight: 32, padding: '4px 14px', lineHeight: 1.6, whiteSpace: 'nowrap', minWidth: 0 } as const;

/** react-admin's row checkboxes put their name on the wrapping span, where a screen reader does not look. */
const NAMED_CHECKBOX = {
  input: (owner: Record<string, unknown>) =>
    typeof owner['aria-label'] === 'string' ? { 'aria-label': owner['aria-label'] } : {},
  root: () => ({ 'aria-label': undefined }),
};

const COMPONENTS: NonNullable<RaThemeOptions['components']> = {
  MuiCssBaseline: { styleOverrides: { body: { lineHeight: 1.6, fontSize: 14 } } },
  MuiButtonBase: { defaultProps: { disableRipple: true } },
  MuiButton: { defaultProps: { disableElevation: true, size: 'small' }, styleOverrides: { root: BUTTON } },
  MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
  // MUI shrinks labels to three quarters; small text is never under 12 px here.
  MuiInputLabel: { styleOverrides: { shrink: { transform: 'translate(14px, -9px) scale(0.86)' } } },
  MuiOutlinedInput: { styleOverrides: { notchedOutline: { '& legend': { fontSize: '0.86em' } } } },
  MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
  MuiTableCell: { styleOverrides: { head: { fontWeight: 500, fontSize: 12.5 }, root: { padding: '8px 10px' } } },
  MuiTooltip: { styleOverrides: { tooltip: { fontSize: 12.5 } } },
  MuiDialogTitle: { styleOverrides: { root: { fontSize: 17, fontWeight: 600 } } },
  MuiTab: { styleOverrides: { root: { minHeight: 40, minWidth: 0, padding: '8px 9px', fontSize: 14 } } },
  MuiTabs: { styleOverrides: { root: { minHeight: 40 } } },
  MuiFormHelperText: { styleOverrides: { root: { fontSize: 12.5, marginLeft: 2 } } },
  MuiCheckbox: { defaultProps: { slotProps: NAMED_CHECKBOX } },
};

/** MUI in the desk's own look. Colours are those of tokens.css, which MUI's arithmetic on colours cannot read from there. */
function themeOf(mode: 'light' | 'dark'): RaThemeOptions {
  const light = mode === 'light';
  return {
    palette: {
      mode,
      primary: { main: light ? '#1f5f7a' : '#7cc0dc', contrastText: light ? '#ffffff' : '#0d1f28' },
      secondary: { main: light ? '#1f5f7a' : '#7cc0dc' },
      error: { main: light ? '#9b2c23' : '#f2a79f' },
      warning: { main: light ? '#7f5200' : '#e8bf6b' },
      success: { main: light ? '#1c6b3c' : '#86d6a3' },
      text: { primary: light ? '#20262c' : '#e6e3dc', secondary: light ? '#59636b' : '#a3abb2' },
      divider: light ? '#e3e1da' : '#343a40',
      background: { default: light ? '#f4f2ec' : '#14171a', paper: light ? '#ffffff' : '#22272c' },
    },
    typography: {
      fontFamily: SANS,
      fontSize: 14,
      body1: { fontSize: 14 },
      body2: { fontSize: 13 },
      button: { textTransform: 'none', fontWeight: 400 },
    },
    shape: { borderRadius: 6 },
    transitions: { duration: { enteringScreen: 120, leavingScreen: 90, standard: 120, short: 90 } },
    components: COMPONENTS,
  };
}

export const lightTheme = themeOf('light');
export const darkTheme = themeOf('dark');

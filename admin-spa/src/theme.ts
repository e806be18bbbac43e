import { createTheme, localStorageColorSchemeManager, type MantineColorsTuple } from '@mantine/core';

/** The blue of a fountain pen: the one colour that means "act here". Status has colours of its own. */
const ink: MantineColorsTuple = [
  '#eef2fb',
  '#dbe3f4',
  '#b5c4e8',
  '#8ba3db',
  '#6884cf',
  '#5070c7',
  '#3f60bd',
  '#3151a6',
  '#27407a',
  '#1d305c',
];

/** Greys of the dark scheme, with a little of the same blue in them. */
const dark: MantineColorsTuple = [
  '#e8ebf0',
  '#a5afbd',
  '#8f9aaa',
  '#5f6b7c',
  '#3a4352',
  '#2b323e',
  '#1c222c',
  '#171c24',
  '#10141b',
  '#0b0f14',
];

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 5 },
  colors: { ink, dark },
  fontFamily:
    "Inter, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // a cross says nothing to who does not see it
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
  },
});

/** The same key is read before the first paint by public/color-scheme.js. */
export const colorSchemes = localStorageColorSchemeManager({ key: 'countersign-color-scheme' });

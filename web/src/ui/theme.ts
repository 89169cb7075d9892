import { createTheme, localStorageColorSchemeManager } from '@mantine/core';

/** Colours, sizes and fonts stand in tokens.css; this only says what Mantine decides in JavaScript. */
export const theme = createTheme({
  primaryColor: 'blue',
  respectReducedMotion: true,
  cursorType: 'pointer',
});

/** The same key is read by public/before-paint.js. */
export const schemeManager = localStorageColorSchemeManager({ key: 'nhip.scheme' });

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { iconsOneByOne } from './build/icons-one-by-one.ts';
import { precompress } from './build/precompress.ts';
import { preloadFonts } from './build/preload-fonts.ts';

export default defineConfig({
  plugins: [iconsOneByOne(), react(), preloadFonts(), precompress()],
  build: {
    outDir: 'dist',
    manifest: true,
    target: 'es2023',
    // Fonts and icons stay files of their own: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // What counts is the compressed first load, which the checks measure.
    chunkSizeWarningLimit: 800,
  },
  server: {
    port: 5758,
    proxy: { '/api': process.env.NHIP_API ?? 'http://127.0.0.1:5757' },
  },
});

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';
import { slicedFonts } from './build/fonts.ts';

/** The built desk is served by the API; while developing, the API is reached through this proxy. */
export default defineConfig({
  plugins: [react(), slicedFonts(), compressed()],
  build: { sourcemap: false, target: 'es2023', chunkSizeWarningLimit: 900, assetsInlineLimit: 0 },
  // The host stays the page's own: the API refuses what comes from another site.
  server: { proxy: { '/api': { target: process.env['DINGBEN_API'] ?? 'http://127.0.0.1:3000', changeOrigin: false } } },
});

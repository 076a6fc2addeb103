import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { fewFiles, preloadFirst } from './client/few-files.ts';

/** The screens: built once into `dist/client`, served by the server, everything in files (the CSP is strict). */
export default defineConfig(({ command, mode }) => {
  // Whoever builds from a test would otherwise get React's development version, three times as large.
  if (command === 'build') process.env.NODE_ENV = mode === 'development' ? mode : 'production';
  return {
    root: 'client',
    plugins: [react(), preloadFirst],
    build: {
      outDir: '../dist/client',
      emptyOutDir: true,
      manifest: true,
      target: 'es2023',
      // Fonts and pictures as data: addresses would need holes in the CSP.
      assetsInlineLimit: 0,
      // The polyfill would be an inline script; every browser that we support preloads modules.
      modulePreload: { polyfill: false },
      // All of it is 16 KB, and a page that waits for five small files shows later than with one.
      cssCodeSplit: false,
      rolldownOptions: { output: { codeSplitting: { groups: fewFiles } } },
    },
    server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  };
});

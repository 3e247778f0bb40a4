import process from 'node:process';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API answers while the desk is being worked on: `ZHUDING_API=http://127.0.0.1:8080 npx vite`. */
const target = process.env['ZHUDING_API'] ?? 'http://127.0.0.1:8080';
/** The API takes commands only from pages of the host it is asked by. */
const api = { target, changeOrigin: false };

/** The desk: one page below `/desk`. */
export default defineConfig({
  root: fileURLToPath(new URL('src/desk', import.meta.url)),
  base: '/desk/',
  plugins: [react()],
  server: { proxy: { '/api': api, '/log': api } },
  build: {
    outDir: '../../dist/desk',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 900,
  },
});

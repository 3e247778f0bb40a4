import process from 'node:process';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API answers while the desk is being worked on: `ZHUDING_API=http://127.0.0.1:8080 npx vite`. */
const api = process.env['ZHUDING_API'] ?? 'http://127.0.0.1:8080';

/** The desk: one page below `/desk`. */
export default defineConfig({
  root: 'src/desk',
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

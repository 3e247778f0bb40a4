import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The desk: one page below `/desk`. */
export default defineConfig({
  root: 'src/desk',
  base: '/desk/',
  plugins: [react()],
  build: {
    outDir: '../../dist/desk',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 2000,
  },
});

import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

/** Messages carry a note to the translator; only the text reaches the browser. */
function messagesWithoutNotes(): Plugin {
  return {
    name: 'messages-without-notes',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]messages[\\/][\w-]+\.json$/.test(id.split('?')[0] ?? '')) return null;
      const entries = Object.entries(JSON.parse(code) as Record<string, { message: string }>);
      return { code: JSON.stringify(Object.fromEntries(entries.map(([key, entry]) => [key, entry.message]))), map: null };
    },
  };
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('src/web'),
  publicDir: here('src/web/public'),
  cacheDir: here('.cache/vite'),
  plugins: [messagesWithoutNotes(), react()],
  server: { port: 5173, proxy: { '/api': { target: process.env['CLUSTERLOOM_API'] ?? 'http://127.0.0.1:8080', changeOrigin: false }, '/print': process.env['CLUSTERLOOM_API'] ?? 'http://127.0.0.1:8080' } },
  build: {
    outDir: here('dist/web'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
            { name: 'router', test: /node_modules[\\/]@tanstack[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
});

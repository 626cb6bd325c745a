import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme/index.css';
import { queryClient } from './api/query-client.ts';
import { startLanguage } from './i18n/language.ts';
import { createPages } from './router/create-router.tsx';
import { startScheme } from './theme/scheme.ts';

startScheme();
await startLanguage();

const holder = document.getElementById('root');
if (holder) {
  createRoot(holder).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={createPages()} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

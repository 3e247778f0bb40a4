/** Wiring of the desk: theme, words, answers, and the person at it. */
import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/es/locale/zh_CN';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from './api/query-client.ts';
import { Entrance } from './account/entrance.tsx';
import { createDeskRouter } from './shell/router.tsx';
import { THEME } from './shell/theme.ts';

export function App() {
  const [client] = useState(createQueryClient);
  const [router] = useState(createDeskRouter);
  return (
    <ConfigProvider
      theme={THEME}
      locale={zhCN}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <QueryClientProvider client={client}>
        <Entrance>
          <RouterProvider router={router} />
        </Entrance>
      </QueryClientProvider>
    </ConfigProvider>
  );
}

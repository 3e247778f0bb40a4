/** The addresses of the desk. Each page is loaded when it is first opened. */
import { createBrowserRouter } from 'react-router';
import { type DeskPage, PAGES } from '../pages.ts';
import { ForWhom } from './for-whom.tsx';
import { LostPage } from './lost-page.tsx';
import { NoSuchPage } from './no-such-page.tsx';
import { Shell } from './shell.tsx';
import { Lines } from '../parts/lines.tsx';

export function createDeskRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter(
    [
      {
        path: '/',
        element: <Shell />,
        hydrateFallbackElement: <Lines />,
        errorElement: <LostPage />,
        children: [
          {
            errorElement: <LostPage />,
            children: [...PAGES.map(routeOf), { path: '*', element: <NoSuchPage /> }],
          },
        ],
      },
    ],
    { basename: '/desk' },
  );
}

function routeOf(page: DeskPage) {
  return {
    path: page.path,
    lazy: async () => {
      const { Page } = await page.load();
      return {
        Component: () => (
          <ForWhom page={page}>
            <Page />
          </ForWhom>
        ),
      };
    },
  };
}

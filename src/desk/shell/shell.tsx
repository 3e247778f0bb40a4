/** What stands around every page: the bar, the page, the line that says something is on its way. */
import { useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { Finder } from '../keys/finder.tsx';
import { KeyHelp } from '../keys/key-help.tsx';
import { useGoKeys } from '../keys/use-go-keys.ts';
import { Bar } from './bar.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { pageAt } from './page-list.ts';
import { SHELL_TEXTS } from './shell.texts.ts';
import './shell.css';
import { WaitingLine } from './waiting-line.tsx';

export function Shell() {
  const { pathname } = useLocation();
  const page = pageAt(pathname);
  const main = useRef<HTMLElement>(null);
  useGoKeys();
  useEffect(() => {
    document.title = SHELL_TEXTS.title(page?.title ?? SHELL_TEXTS.noPage);
  }, [page]);
  return (
    <>
      <a
        className="skip"
        href="#page"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {SHELL_TEXTS.skip}
      </a>
      <Bar word={page?.word ?? null} />
      <WaitingLine />
      <main id="page" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <OfflineBar />
      <Finder />
      <KeyHelp />
      <ScrollRestoration />
    </>
  );
}

/** What every page of a bureau needs beside what it shows. */
import type { Links } from './links.ts';
import type { PublishedBureau } from './published.views.ts';

export interface Site {
  readonly bureau: PublishedBureau;
  readonly links: Links;
  /** Whether the reader asked for large type. */
  readonly large: boolean;
  /** Address of this page, with its query. */
  readonly path: string;
  /** When this page was made, ISO 8601 with `+08:00`. */
  readonly madeAt: string;
  /** Address of the style sheet. */
  readonly style: string;
}

/** Speaking to a running program over HTTP, as anybody would. */
import { Secret, TOTP } from 'otpauth';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; null for other media. */
  readonly body: Record<string, unknown>;
}

/** Somebody's browser, as far as the API is concerned. */
export interface Visitor {
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** The cookie it carries, empty before signing in. */
  readonly cookie: () => string;
}

export function visitor(address: string): Visitor {
  let cookie = '';
  return {
    cookie: () => cookie,
    async call(method, path, body, headers = {}) {
      const response = await fetch(`${address}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(cookie === '' ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const [set] = response.headers.getSetCookie();
      if (set !== undefined) cookie = set.split(';')[0] ?? '';
      const text = await response.text();
      const json = response.headers.get('content-type')?.includes('json') === true;
      return {
        status: response.status,
        headers: response.headers,
        body: json ? (JSON.parse(text) as Record<string, unknown>) : {},
      };
    },
  };
}

/** The code a generator with this secret shows now; each may be used once. */
export function codeOf(secret: string, at = Date.now()): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
}

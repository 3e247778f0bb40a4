/** The API's own description, used to check what is sent to it and what it answers. */
import { Compile } from 'typebox/schema';
import type { Answer, Visitor } from './visitor.ts';

type Json = Readonly<Record<string, unknown>>;

export interface ApiDocument {
  readonly json: Json;
  /** A visitor whose every request and every answer is held against the description; throws Error where they differ. */
  documented(who: Visitor): Visitor;
  /** The operations used so far, `POST /api/matters`. */
  readonly used: ReadonlySet<string>;
}

interface Operation {
  readonly name: string;
  readonly pattern: RegExp;
  readonly of: unknown;
}

/** Reads `/api/openapi.json` of a running program. */
export async function apiDocument(address: string): Promise<ApiDocument> {
  const response = await fetch(`${address}/api/openapi.json`);
  const json: Json = await response.json();
  const operations = operationsOf(json);
  const used = new Set<string>();
  const checks = new Map<string, ReturnType<typeof Compile>>();

  /** What speaks against `value` at a place of the document; empty when it holds. */
  function faults(schema: unknown, value: unknown): string {
    const key = JSON.stringify(schema);
    // References lead to the document's components, so the schema is read as part of the document.
    const check = checks.get(key) ?? Compile({ ...Object(schema), components: json['components'] });
    checks.set(key, check);
    if (check.Check(value)) return '';
    const [, errors] = check.Errors(value);
    return errors.map((error) => `${error.instancePath} ${error.message}`).join('; ');
  }

  function operationOf(method: string, path: string): Operation {
    const [address_ = ''] = path.split('?');
    const name = `${method} ${address_}`;
    // Literal addresses come before those with parameters: `/acts/case.opened` before `/acts/{act}`.
    const found = operations.find(({ pattern }) => pattern.test(name));
    if (!found) throw new Error(`${name} is not in the API's description`);
    return found;
  }

  return {
    json,
    used,
    documented: (who) => ({
      cookie: who.cookie,
      async call(method, path, body, headers) {
        const { name, of } = operationOf(method, path);
        const answer = await who.call(method, path, body, headers);
        used.add(name);
        if (answer.status < 300 && body !== undefined)
          insist(
            faults(at(of, 'requestBody', 'content', 'application/json', 'schema'), body),
            name,
            'takes',
          );
        const schema = answerSchema(of, answer);
        insist(
          schema === null ? '' : faults(schema, answer.body),
          name,
          `answers ${answer.status}`,
        );
        return answer;
      },
    }),
  };
}

function insist(fault: string, name: string, what: string): void {
  if (fault !== '')
    throw new Error(`${name} ${what} not what the API's description says: ${fault}`);
}

/** The schema an answer must fit; null for one without JSON. Throws Error for a status the description does not have. */
function answerSchema(of: unknown, { status, headers }: Answer): unknown {
  const response =
    at(of, 'responses', String(status)) ??
    (status >= 400 ? at(of, 'responses', 'default') : undefined);
  if (response === undefined)
    throw new Error(`${String(at(of, 'operationId'))} answered ${status}, which is not described`);
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  if (type === '') return null;
  const content = at(response, 'content', type) ?? at(response, 'content', '*/*');
  if (content === undefined)
    throw new Error(`${String(at(of, 'operationId'))} answered ${type}, which is not described`);
  return at(content, 'schema') ?? null;
}

function operationsOf(json: Json): Operation[] {
  return Object.entries(Object(json['paths']))
    .sort(([a], [b]) => a.split('{').length - b.split('{').length)
    .flatMap(([path, methods]) =>
      Object.entries(Object(methods)).map(([method, of]): Operation => {
        const escaped = path.replaceAll('.', '\\.').replaceAll(/\{[a-z]+\}/g, '[^/]+');
        const name = `${method.toUpperCase()} ${path}`;
        return { name, pattern: new RegExp(`^${method.toUpperCase()} ${escaped}$`), of };
      }),
    );
}

/** The value at that place, or undefined. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (part, name) =>
      typeof part === 'object' && part !== null ? Reflect.get(part, name) : undefined,
    value,
  );
}

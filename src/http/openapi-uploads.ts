/** Uploads in the API's description: they speak a protocol of their own (https://tus.io/protocols/resumable-upload). */
import { CHECKSUM_ALGORITHMS, TUS_VERSION } from '../evidence/upload/tus.ts';
import { accessWords, type Json, PROBLEM } from './openapi-parts.ts';
import { STAFF } from './route.ts';
import { uuid } from './shapes.ts';

const HEADERS = {
  'Tus-Resumable': { schema: { const: TUS_VERSION }, description: 'version of the protocol' },
  'Upload-Length': { schema: count(), description: 'bytes of the whole file' },
  'Upload-Metadata': {
    schema: { type: 'string' },
    description:
      'pairs of a key and a value in Base64, with commas between: `filename`, which is required, `filetype`, `sha256` in lower-case hex',
  },
  'Upload-Offset': { schema: count(), description: 'bytes that have come so far' },
  'Upload-Checksum': {
    schema: { type: 'string', pattern: `^(${CHECKSUM_ALGORITHMS.join('|')}) ` },
    description: 'algorithm and digest in Base64 of this piece',
  },
  'Upload-Expires': {
    schema: { type: 'string' },
    description: 'until when what has come is kept; an HTTP date (RFC 9110 section 5.6.7)',
  },
  Location: {
    schema: { type: 'string', format: 'uri-reference' },
    description: 'address of the upload, `/api/uploads/{upload}`',
  },
} as const;
type Header = keyof typeof HEADERS;

function count(): Json {
  return { type: 'integer', minimum: 0 };
}

interface Operation {
  readonly id: string;
  readonly summary: string;
  readonly status: number;
  /** Headers of the request beside the version; those after `optional` may be left out. */
  readonly asks?: readonly Header[];
  readonly optional?: readonly Header[];
  readonly answers?: readonly Header[];
  readonly body?: Json;
  readonly content?: Json;
}

function operation({
  id,
  summary,
  status,
  asks = [],
  optional = [],
  answers = [],
  body,
  content,
}: Operation): Json {
  const parameter = (required: boolean) => (name: Header) => ({
    name,
    in: 'header',
    required,
    ...HEADERS[name],
  });
  return {
    summary,
    operationId: id,
    'x-access': accessWords(STAFF),
    parameters: [...asks.map(parameter(true)), ...optional.map(parameter(false))],
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: {
      [status]: {
        description: 'As tus 1.0.0 says.',
        headers: Object.fromEntries(
          (['Tus-Resumable', ...answers] as const).map((name) => [name, HEADERS[name]]),
        ),
        ...(content ? { content } : {}),
      },
      default: PROBLEM,
    },
  };
}

const VIEW = {
  type: 'object',
  properties: {
    id: uuid,
    state: { enum: ['receiving', 'checking', 'stored'] },
    offset: count(),
    length: count(),
    name: { type: 'string' },
    expires: { type: ['string', 'null'], format: 'date-time' },
    file: { type: ['object', 'null'], description: 'what was found in it, with its hashes' },
  },
  required: ['id', 'state', 'offset', 'length', 'name', 'expires', 'file'],
};

export const UPLOADS: Record<string, Json> = {
  '/api/uploads': {
    post: operation({
      id: 'announceUpload',
      summary: 'Announce a file.',
      status: 201,
      asks: ['Tus-Resumable', 'Upload-Length', 'Upload-Metadata'],
      answers: ['Location', 'Upload-Offset', 'Upload-Expires'],
    }),
  },
  '/api/uploads/{upload}': {
    parameters: [{ name: 'upload', in: 'path', required: true, schema: uuid }],
    patch: operation({
      id: 'appendUpload',
      summary: 'Send a piece of it.',
      status: 204,
      asks: ['Tus-Resumable', 'Upload-Offset'],
      optional: ['Upload-Checksum'],
      answers: ['Upload-Offset', 'Upload-Expires'],
      body: { 'application/offset+octet-stream': {} },
    }),
    head: operation({
      id: 'resumeUpload',
      summary: 'Where to go on.',
      status: 200,
      asks: ['Tus-Resumable'],
      answers: ['Upload-Offset', 'Upload-Length', 'Upload-Metadata', 'Upload-Expires'],
    }),
    get: operation({
      id: 'viewUpload',
      summary: 'What became of it, with its hashes.',
      status: 200,
      content: { 'application/json': { schema: VIEW } },
    }),
    delete: operation({
      id: 'cancelUpload',
      summary: 'Give it up.',
      status: 204,
      asks: ['Tus-Resumable'],
    }),
  },
};

/** Exhibits over HTTP: putting an uploaded file in evidence, playing it, deriving another from it. */
import { Type } from 'typebox';
import type { Registry } from '../bureau/registry.ts';
import type { CaseFile, FiledExhibit } from '../matter/case-file.ts';
import type { DeskActs } from '../matter/desk-acts.service.ts';
import type { MatterService } from '../matter/matter.service.ts';
import { exhibitLines } from '../matter/matter.views.ts';
import { HttpProblem } from '../http/problems.ts';
import { type Route, route, STAFF } from '../http/route.ts';
import { asTable, exact, moment, newId, opt, uuid } from '../http/shapes.ts';
import { sendTable } from '../http/table.ts';
import type { BlobStore } from '../platform/storage/blob-store.ts';
import type { SignedIn } from '../staff/session.service.ts';
import { exhibitData } from './exhibit.ts';
import { formatOfType } from './formats.ts';
import { sendBlob } from './send-blob.ts';
import type { StoredFile } from './upload/upload.ts';
import type { Uploads } from './upload/uploads.ts';

export interface ExhibitRoutesWorld {
  readonly registry: Registry;
  readonly matters: MatterService;
  readonly desk: DeskActs;
  readonly uploads: Uploads;
  readonly blobs: BlobStore;
}

const params = Type.Object({ matter: uuid, exhibit: uuid });
const text = Type.String({ minLength: 1, maxLength: 400 });
const note = Type.String({ minLength: 1, maxLength: 2000 });
/** Headings of the list of exhibits as a table, also of an empty one. */
const EXHIBIT_COLUMNS = [
  '号',
  '名称',
  '类型',
  '字节',
  'SHA-256',
  'SM3',
  '所属环节',
  '说明',
  '入卷人',
  '入卷时间',
];

export function exhibitRoutes({
  registry,
  matters,
  desk,
  uploads,
  blobs,
}: ExhibitRoutesWorld): Route[] {
  async function uploaded({ bureau, person }: SignedIn, upload: string): Promise<StoredFile> {
    const file = await uploads.find({ bureau, account: person.id }, upload);
    if (!file) throw new HttpProblem('act/upload-unknown');
    return file;
  }

  async function exhibitOf(
    session: SignedIn,
    matter: string,
    exhibit: string,
  ): Promise<FiledExhibit> {
    const file: CaseFile = await matters.read(session, matter);
    const found = file.exhibits.find((one) => one.exhibit === exhibit);
    if (!found) throw new HttpProblem('http/not-found');
    return found;
  }

  return [
    route({
      method: 'GET',
      path: '/api/matters/:matter/exhibits',
      access: STAFF,
      summary:
        'Every exhibit with sizes, both hashes, who filed it and when; with format=xlsx as a table.',
      params: Type.Object({ matter: uuid }),
      query: asTable,
      answer: 'Exhibits',
      async handle({ session, params: { matter }, query, reply }) {
        const file = await matters.read(session, matter);
        const exhibits = exhibitLines(file, await registry.people(session.bureau));
        if (!query.format) return { exhibits };
        return sendTable(
          reply,
          '证据材料',
          exhibits.map((one) => ({
            号: one.seq,
            名称: one.name,
            类型: formatOfType(one.type)?.name ?? one.type,
            字节: one.size,
            'SHA-256': one.sha256,
            SM3: one.sm3,
            所属环节: one.ofTerm,
            说明: one.note,
            入卷人: one.by,
            入卷时间: one.recorded,
          })),
          EXHIBIT_COLUMNS,
        );
      },
    }),
    route({
      method: 'POST',
      path: '/api/matters/:matter/exhibits',
      access: STAFF,
      summary:
        'Put an uploaded file in evidence: an act of its own, with both hashes of the bytes.',
      params: Type.Object({ matter: uuid }),
      body: Type.Object(
        {
          id: newId,
          at: moment,
          exhibit: uuid,
          upload: uuid,
          name: opt(text),
          of: opt(Type.Integer({ minimum: 1 })),
          note: opt(note),
          source: opt(text),
        },
        exact,
      ),
      answer: 'Done',
      async handle({ session, params: { matter }, body }) {
        const { id, at, upload, ...claims } = body;
        const data = exhibitData(await uploaded(session, upload), claims);
        return desk.addExhibit(session, matter, { id, at }, data);
      },
    }),
    route({
      method: 'POST',
      path: '/api/matters/:matter/exhibits/:exhibit/derived',
      access: STAFF,
      summary:
        'File what was made from an exhibit, such as a cut or an enlargement. The original stays as it was.',
      params,
      body: Type.Object(
        { id: newId, at: moment, exhibit: uuid, upload: uuid, recipe: text, note: opt(note) },
        exact,
      ),
      answer: 'Done',
      async handle({ session, params: { matter, exhibit }, body }) {
        const { id, at, upload, recipe, ...claims } = body;
        const {
          source: _source,
          takenAt: _takenAt,
          ...data
        } = exhibitData(await uploaded(session, upload), claims);
        return desk.deriveExhibit(session, matter, { id, at }, { ...data, from: exhibit, recipe });
      },
    }),
    route({
      method: 'GET',
      path: '/api/matters/:matter/exhibits/:exhibit',
      access: STAFF,
      summary: 'The bytes of an exhibit, whole or a range of them.',
      params,
      query: Type.Object({ download: opt(Type.Literal('1')) }, exact),
      async handle({ session, params: { matter, exhibit }, query, request, reply }) {
        const { blob, name } = await exhibitOf(session, matter, exhibit);
        const { sha256, size, type } = blob;
        const download = query.download !== undefined;
        return sendBlob(request, reply, { store: blobs, sha256, size, type, name, download });
      },
    }),
    route({
      method: 'GET',
      path: '/api/matters/:matter/exhibits/:exhibit/thumbnail',
      access: STAFF,
      summary: 'A small picture of an exhibit.',
      params,
      async handle({ session, params: { matter, exhibit }, request, reply }) {
        const { thumbnail, name } = await exhibitOf(session, matter, exhibit);
        if (!thumbnail) throw new HttpProblem('http/not-found');
        const { sha256, size, type } = thumbnail;
        return sendBlob(request, reply, { store: blobs, sha256, size, type, name });
      },
    }),
  ];
}

/** Documents over HTTP: those on file as they were sealed, and previews of what is being written. */
import { Type } from 'typebox';
import type { Registry } from '../bureau/registry.ts';
import type { MatterService } from '../matter/matter.service.ts';
import { caseContext, prefill } from '../matter/case-context.ts';
import type { BlobStore } from '../platform/storage/blob-store.ts';
import { documentField } from '../matter/form.views.ts';
import { HttpProblem } from '../http/problems.ts';
import { type Route, route, STAFF } from '../http/route.ts';
import { exact, opt, position, uuid } from '../http/shapes.ts';
import { momentAt } from '../calendar/moment.ts';
import { decisionTerms } from './decision-terms.ts';
import type { DocumentTemplate } from './document.ts';
import { DocumentRefused, type Renderer } from './render.ts';

export interface DocumentRoutesWorld {
  readonly matters: MatterService;
  readonly registry: Registry;
  readonly blobs: BlobStore;
  readonly renderer: Renderer;
  readonly templates: ReadonlyMap<string, DocumentTemplate>;
  readonly now: () => number;
}

export function documentRoutes({
  matters,
  registry,
  blobs,
  renderer,
  templates,
  now,
}: DocumentRoutesWorld): Route[] {
  return [
    route({
      method: 'GET',
      path: '/api/matters/:matter/documents/:seq/:ordinal',
      access: STAFF,
      summary: 'A document on file, byte for byte as it was sealed (PDF/A).',
      params: Type.Object({ matter: uuid, seq: position, ordinal: position }),
      query: Type.Object({ values: opt(Type.Literal('1')) }, exact),
      answer: 'DocumentValues',
      media: ['application/pdf'],
      async handle({ session, params, query, reply }) {
        const file = await matters.read(session, params.matter);
        const document = file.documents.find(
          (one) => one.seq === Number(params.seq) && one.ordinal === Number(params.ordinal),
        );
        if (!document) throw new HttpProblem('http/not-found');
        if (query.values) {
          const template = templates.get(document.code);
          return {
            title: document.title,
            number: document.number,
            date: document.date,
            values: document.values,
            sections: (template?.sections ?? []).map(({ title, fields }) => ({
              title,
              fields: fields.map(documentField),
            })),
          };
        }
        return reply
          .type('application/pdf')
          .header('etag', `"${document.pdf.sha256}"`)
          .header(
            'content-disposition',
            `inline; filename*=UTF-8''${encodeURIComponent(`${document.title}${document.number ?? ''}.pdf`)}`,
          )
          .header('cache-control', 'private, max-age=31536000, immutable')
          .send(await blobs.read(document.pdf.sha256));
      },
    }),
    route({
      method: 'POST',
      path: '/api/matters/:matter/documents/preview',
      access: STAFF,
      summary:
        'A document as it would look, marked as a draft; gaps are allowed and nothing is recorded.',
      params: Type.Object({ matter: uuid }),
      body: Type.Object(
        {
          code: Type.String({ maxLength: 60 }),
          values: Type.Record(Type.String(), Type.Unknown()),
        },
        exact,
      ),
      media: ['application/pdf'],
      async handle({ session, params, body, reply }) {
        const file = await matters.read(session, params.matter);
        const template = templates.get(body.code);
        const bureau = await registry.bureau(session.bureau);
        if (!template || !bureau) throw new HttpProblem('http/not-found');
        const { text, day } = momentAt(now());
        const { law, pack } = matters.lawByHash(bureau)(file.pack);
        const sources = { bureau, people: await registry.people(session.bureau), today: day };
        try {
          const { pdf } = await renderer.renderDocument({
            kind: template,
            values: { ...prefill(template, file, sources), ...body.values },
            bureau: caseContext(file, sources).bureau,
            number: null,
            date: day,
            terms: decisionTerms(law, pack, day),
            createdAt: text,
            draft: true,
          });
          return await reply
            .type('application/pdf')
            .header('cache-control', 'no-store')
            .send(Buffer.from(pdf));
        } catch (error) {
          if (error instanceof DocumentRefused)
            throw new HttpProblem('input/invalid', error.problems);
          throw error;
        }
      },
    }),
    route({
      method: 'POST',
      path: '/api/names/check',
      access: STAFF,
      summary: 'Characters of a name that no installed font can print.',
      body: Type.Object({ text: Type.String({ maxLength: 400 }) }, exact),
      answer: 'Glyphs',
      handle: ({ body }) => Promise.resolve({ missing: renderer.missingGlyphs(body.text) }),
    }),
  ];
}

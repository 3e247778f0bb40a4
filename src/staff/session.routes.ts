/** Signing in and out. */
import QRCode from 'qrcode';
import { Type } from 'typebox';
import type { FastifyReply } from 'fastify';
import type { Registry } from '../bureau/registry.ts';
import { HttpProblem } from '../http/problems.ts';
import { type Route, route } from '../http/route.ts';
import { asTable, exact, opt } from '../http/shapes.ts';
import { sendTable } from '../http/table.ts';
import { deviceWords } from './device.ts';
import type { SessionView } from './session.api.ts';
import type { SessionService, SignedIn } from './session.service.ts';

/** The cookie that carries a session. */
export const SESSION_COOKIE = 'zhuding_session';

const short = Type.String({ minLength: 1, maxLength: 200 });
const code = Type.String({ pattern: '^\\d{6}$' });

export function sessionRoutes(
  sessions: SessionService,
  registry: Registry,
  secure: boolean,
): Route[] {
  const setCookie = (reply: FastifyReply, token: string): void => {
    void reply.setCookie(SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure,
    });
  };
  return [
    route({
      method: 'POST',
      path: '/api/session',
      access: 'public',
      summary:
        'Sign in with login, password and the code of the second factor where one is enrolled.',
      body: Type.Object(
        {
          bureau: short,
          login: short,
          password: short,
          code: opt(Type.Union([code, Type.Literal('')])),
        },
        exact,
      ),
      answer: 'SignedIn',
      async handle({ body, request, reply }) {
        const { token, pending } = await sessions.signIn({
          ...body,
          code: body.code || null,
          device: request.headers['user-agent'] ?? '',
        });
        setCookie(reply, token);
        return { pending };
      },
    }),
    route({
      method: 'GET',
      path: '/api/session',
      access: 'public',
      summary: 'Who is signed in; null when nobody is.',
      answer: 'Session',
      handle: async ({ session }) => ({ session: session ? await whoIs(session, registry) : null }),
    }),
    route({
      method: 'DELETE',
      path: '/api/session',
      access: 'session',
      summary: 'Sign out.',
      async handle({ session, reply }) {
        await sessions.end(session);
        void reply.clearCookie(SESSION_COOKIE, { path: '/' });
      },
    }),
    route({
      method: 'GET',
      path: '/api/sessions',
      access: 'session',
      summary: 'Every open session of this account; with format=xlsx as a table.',
      query: asTable,
      answer: 'Sessions',
      async handle({ session, query, reply }) {
        const own = (await sessions.list(session)).map((one) => ({
          id: one.id,
          device: one.device,
          createdAt: one.createdAt.toISOString(),
          seenAt: one.seenAt.toISOString(),
          current: one.id === Buffer.from(session.tokenHash).toString('hex'),
        }));
        if (!query.format) return { sessions: own };
        return sendTable(
          reply,
          '登录',
          own.map(({ device, createdAt, seenAt, current }) => ({
            设备: deviceWords(device) ?? '没有说明的设备',
            登录时间: createdAt,
            最近使用: seenAt,
            本机: current ? '是' : '否',
          })),
        );
      },
    }),
    route({
      method: 'DELETE',
      path: '/api/sessions/:id',
      access: 'session',
      summary: 'End another session of this account.',
      params: Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
      handle: ({ session, params }) => sessions.end(session, params.id),
    }),
    route({
      method: 'PUT',
      path: '/api/session/password',
      access: 'session',
      summary: 'Change the own password; other sessions end.',
      body: Type.Object({ current: short, next: short }, exact),
      handle: ({ session, body }) => sessions.changePassword(session, body.current, body.next),
    }),
    route({
      method: 'POST',
      path: '/api/session/enrolment',
      access: 'session',
      summary: 'Begin to enrol a code generator: its secret and a QR code.',
      answer: 'Enrolment',
      async handle({ session }) {
        refuseEnrolled(session);
        const { secret, uri } = sessions.beginEnrolment(session);
        return { secret, uri, svg: await QRCode.toString(uri, { type: 'svg', margin: 0 }) };
      },
    }),
    route({
      method: 'PUT',
      path: '/api/session/enrolment',
      access: 'session',
      summary: 'Finish the enrolment with a first code.',
      body: Type.Object({ secret: Type.String({ pattern: '^[A-Z2-7]{16,64}$' }), code }, exact),
      async handle({ session, body }) {
        refuseEnrolled(session);
        await sessions.enrol(session, body.secret, body.code);
      },
    }),
  ];
}

/** Another generator takes the place of the first only after an administrator has taken that away. */
function refuseEnrolled({ pending }: SignedIn): void {
  if (pending !== 'enrol-code') throw new HttpProblem('auth/enrolled');
}

async function whoIs(session: SignedIn, registry: Registry): Promise<SessionView> {
  const bureau = await registry.bureau(session.bureau);
  const { id, name, post, unit, roles, duties, login } = session.person;
  return {
    pending: session.pending,
    person: {
      id,
      name,
      post,
      unit: { id: unit, name: bureau?.units.find((one) => one.id === unit)?.name ?? '' },
      roles,
      duties,
      login,
    },
    bureau: {
      id: session.bureau,
      name: bureau?.profile.name ?? '',
      shortName: bureau?.profile.shortName ?? '',
      rehearsal: bureau?.rehearsal ?? false,
    },
  };
}

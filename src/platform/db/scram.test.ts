import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { scramVerifier } from './scram.ts';

// The exchange of RFC 7677 §3: user "user", password "pencil".
const SALT = 'W22ZaJ0SNY7soEsUEjb6gQ==';
const NONCE = 'rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0';
const AUTH_MESSAGE = `n=user,r=rOprNGfwEbeRWgbNEkqO,r=${NONCE},s=${SALT},i=4096,c=biws,r=${NONCE}`;
const CLIENT_PROOF = 'dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=';
const SERVER_SIGNATURE = '6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=';

describe('scramVerifier', () => {
  it('accepts the client and gives the server signature of RFC 7677', () => {
    const verifier = scramVerifier('pencil', Buffer.from(SALT, 'base64'));
    const [, parameters, keys] = verifier.split('$');
    expect(parameters).toBe(`4096:${SALT}`);
    const [stored = '', server = ''] = (keys ?? '').split(':');

    const signature = createHmac('sha256', Buffer.from(server, 'base64')).update(AUTH_MESSAGE);
    expect(signature.digest('base64')).toBe(SERVER_SIGNATURE);

    const mask = createHmac('sha256', Buffer.from(stored, 'base64')).update(AUTH_MESSAGE).digest();
    const proof = Buffer.from(CLIENT_PROOF, 'base64');
    const clientKey = Buffer.from(proof.map((byte, index) => byte ^ (mask[index] ?? 0)));
    expect(createHash('sha256').update(clientKey).digest('base64')).toBe(stored);
  });
});

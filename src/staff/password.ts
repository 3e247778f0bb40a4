/** What a password must be (GB/T 22239-2019 8.1.4.1): long, of several kinds, and not the login again. Pure. */

const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/];

export function isStrongPassword(password: string, login: string): boolean {
  const kinds = KINDS.filter((kind) => kind.test(password)).length;
  return (
    password.length >= 10 &&
    password.length <= 200 &&
    kinds >= 2 &&
    !password.toLowerCase().includes(login)
  );
}

/** Words of `zhuding demo`. */
export const TEXTS = {
  step: (done: number, of: number, step: string): string =>
    `正在装入演示局：${Math.floor((100 * done) / of)}%　${step}`,
  piece: (step: string): string => `  ${step}`,
  loaded: (seconds: number): string => `演示局已装入，用时${seconds}秒。`,
  there: '演示局已经在了，没有改动。',
  real: '这里已经建立了真实机关，不能再装入演示局。请用 ZHUDING_DATA 指定一个空的数据目录。',
  accounts: (password: string): string => `演示账号（机关代码 990001，密码都是 ${password}）：`,
  account: (login: string, name: string, post: string, unit: string, code: string): string =>
    `  ${login.padEnd(10)} ${code}  ${name}　${unit}　${post}`,
  codes:
    '第二列是此刻的动态验证码，每30秒一换；登录页和 /api/rehearsal-accounts 随时可以看到新的。',
} as const;

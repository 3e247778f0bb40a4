/** Words of the administrators' first page. */
export const ADMINISTRATOR_TEXTS: {
  readonly part: Readonly<Record<string, string>>;
  readonly pages: Readonly<Record<string, string | undefined>>;
  readonly account: string;
  readonly accountHint: string;
  readonly apart: string;
} = {
  part: {
    sysadmin: '登记机构、人员、证件，开账号，重置密码。',
    secadmin: '授权、收回岗位，列入法制审核人员，解除丢失的动态码。',
    auditadmin: '查看谁在何时记了什么，不做别的。',
  },
  pages: {
    '/people': '人员、执法证件、培训、账号和岗位。',
    '/units': '科、股、室、所和受委托的机构。',
    '/procedures': '每种程序有哪些环节、谁办、依据什么。',
    '/audit': '每一个环节的记录人、时间和在日志里的位置。',
    '/law': '本局在用的规则，和它让位的规则。',
    '/notices': '事前公开的内容。',
  },
  account: '我的账号',
  accountHint: '换密码，看在哪里登录着。',
  apart: '三员各由一人专任，不办案、不审核、不审批。',
};

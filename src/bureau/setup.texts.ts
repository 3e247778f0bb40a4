/** What is said at the fields of a bureau that is founded. */
export const SETUP_PROBLEM_TEXTS = {
  missing: '还缺这一项。',
  area: '六位数字，按《中华人民共和国行政区划代码》填，例如 350502。',
  shortName: '填一到八个汉字，就是文号里“市监”前面的字，例如泉鲤，不带“市监”。',
  phone: '填电话号码，例如 0595-22280000。',
  account: '填账号，只有数字，可以分段。',
  sameName: '三名管理员是三个不同的人，姓名不能相同。',
  login: '两位以上，小写字母或者数字开头，可以有点、横线、下划线。',
  sameLogin: '三个用户名各不相同。',
  weak: '密码至少十个字符，含两类以上，不含用户名。',
} as const;

/** Words about the connection to the server. */
export const API_TEXTS = {
  failed: '没有办成',
  notSavedTitle: '没有存上',
  notSaved: '没有存上，您写的还在。再试一次。',
  reload: '刷新页面后再试；还不行，请联系系统管理员。',
} as const;

/**
 * Why the log of a bureau stops. Acts go on being recorded and queued; nothing more is signed until a person has
 * looked. Each message says what is wrong, why going on is unsafe, and what to do; the README tells the steps at length.
 */

/**
 * - `log/keys-missing`: the log exists, its private keys do not
 * - `log/keys-damaged`: the file of private keys cannot be read
 * - `log/keys-differ`: the private keys are not those the log began with
 * - `log/origin-differs`: the configured origin is not that of the log
 * - `log/database-behind`: signed entries are missing from the database
 * - `log/storage-behind`: tiles of a signed tree are missing from storage
 * - `log/storage-conflict`: other bytes stand under the name of an object that never changes
 * - `log/storage-failed`: the disk reported an error while making bytes durable
 * - `log/tile-differs`: stored bytes are not those of the tree
 * - `log/leaf-differs`: a leaf in the database is not the hash of its entry, or an index is missing
 * - `log/checkpoint-damaged`: a stored checkpoint is not one this log has signed
 * - `guard/missing`, `guard/behind`: the signer does not remember a checkpoint that exists
 * - `guard/fork`: the tree does not continue the last one signed
 * - `guard/damaged`, `guard/failed`: the signer's memory cannot be read, or not be written
 * - `log/unexpected`: an error nobody foresaw
 */
export type LogStopCode = keyof typeof ADVICE;

/** What is unsafe about going on, and what to do. The first sentence, what is wrong, comes with the particulars. */
const ADVICE = {
  'log/keys-missing':
    '换用新密钥会使以后的检查点无法用公布的公钥核对。请从备份恢复该文件，再重新启动。',
  'log/keys-damaged': '密钥读不出来就不能签名。请从备份恢复该文件，再重新启动。',
  'log/keys-differ':
    '用别的密钥签名，持有原公钥的人会认为检查点是伪造的。请恢复与创世记录一致的密钥文件，再重新启动。',
  'log/origin-differs':
    '日志名称写在每条记录和每个检查点里，不能改变。请把 ZHUDING_LOG_ORIGIN 改回原来的值，再重新启动。',
  'log/database-behind':
    '数据库缺少已经签名的条目，多半是恢复了旧备份；继续编号会造成分叉。请用更新的备份和 WAL 把数据库恢复到不少于该条数，再重新启动；不要删除日志目录和签名记忆。',
  'log/storage-behind':
    '日志目录缺少已签名的内容，多半是恢复了旧备份。请恢复更新的备份；没有时由两人把该目录移开，用数据库中的条目重建，再重新启动。',
  'log/storage-conflict':
    '这类文件一经写入不得改变，现有内容与应写内容不同，有一方是错的。请保留现场，用数据库条目与检查点核对后由两人处理，再重新启动。',
  'log/storage-failed':
    '磁盘报告写入失败后，系统缓存中的内容不可信。请检查磁盘，再重新启动；重新启动时会从数据库补写。',
  'log/tile-differs':
    '签名前从磁盘读回的内容与数据库条目算出的不一致，签名会使日志永远无法核对。请检查磁盘；由两人把该文件移开，用数据库中的条目重建，再重新启动。',
  'log/leaf-differs':
    '数据库中的日志条目被改动或缺失，签名会使改动成为事实。请运行核对，从备份恢复该行，再重新启动。',
  'log/checkpoint-damaged':
    '已存的检查点可能被改动。日志目录中的由两人移开，重新启动时从数据库补发；数据库中的请从备份恢复，再重新启动。',
  'guard/missing':
    '没有签名记忆就无法发现分叉和倒退。请从备份恢复该文件；没有时由两人用见证人、镜像或已发出的证明文件上的检查点确认后，按说明补记最后一行，再重新启动。',
  'guard/behind':
    '签名记忆比已有的检查点旧，多半是恢复了旧备份，旧记忆发现不了分叉。请恢复更新的备份；没有时由两人用见证人、镜像或已发出的证明文件上的检查点确认后，按说明补记最后一行，再重新启动。',
  'guard/fork':
    '签名会使两份互相矛盾的历史都带有本机关的签名。请保留现场，找出被改动的一份，从备份恢复，再重新启动。',
  'guard/damaged': '读不懂的记忆发现不了分叉。请从备份恢复该文件，再重新启动。',
  'guard/failed': '记不住就不能签名。请检查磁盘空间和磁盘，再重新启动。',
  'log/unexpected': '出现了没有预料到的错误。请把这条信息交给维护人员，排除后重新启动。',
} as const;

/** The log of a bureau has stopped; `message` is in Chinese, for whoever runs the installation. */
export class LogStop extends Error {
  readonly code: LogStopCode;

  /** `what` is one sentence that says what is wrong, without the full stop. */
  constructor(code: LogStopCode, what: string, options?: ErrorOptions) {
    super(`${what}。${ADVICE[code]}`, options);
    this.name = 'LogStop';
    this.code = code;
  }
}

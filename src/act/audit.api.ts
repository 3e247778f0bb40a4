/** Shape of the audit list, shared by its route and the desk. */
export interface AuditLine {
  readonly stream: string;
  readonly kind: 'matter' | 'officer' | 'bureau';
  readonly seq: number;
  readonly type: string;
  readonly happened: string;
  readonly recorded: string;
  readonly by: string;
  /** Position of its leaf in the log; null until it is sealed. */
  readonly leaf: number | null;
}

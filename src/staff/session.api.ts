/** Shapes of signing in, shared by its routes and the desk. */
export interface SessionView {
  readonly pending: 'none' | 'change-password' | 'enrol-code';
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly post: string;
    readonly unit: { readonly id: string; readonly name: string };
    readonly roles: readonly string[];
    readonly duties: readonly string[];
    readonly login: string | null;
  };
  readonly bureau: {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
    readonly rehearsal: boolean;
  };
}

export interface OpenSessionView {
  readonly id: string;
  readonly device: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly current: boolean;
}

export interface EnrolmentView {
  readonly secret: string;
  readonly uri: string;
  /** QR code of the address as SVG. */
  readonly svg: string;
}

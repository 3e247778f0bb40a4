/** Shapes of the staff register, shared by its routes and the desk. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly unitName: string;
  readonly post: string;
  readonly roles: readonly string[];
  readonly duties: readonly string[];
  readonly certificate: {
    readonly number: string;
    readonly issuer: string;
    readonly from: string;
    readonly until: string;
  } | null;
  readonly listing: {
    readonly seq: number;
    readonly lawLicence: boolean;
    readonly licenceNumber: string | null;
    readonly firstReviewOn: string | null;
    readonly qualified: boolean;
    readonly from: string;
    readonly until: string;
  } | null;
  readonly trained: string | null;
  readonly login: string | null;
  readonly active: boolean;
}

export interface UnitView {
  readonly id: string;
  readonly name: string;
  readonly kind: 'department' | 'station' | 'entrusted';
  readonly functions: readonly string[];
}

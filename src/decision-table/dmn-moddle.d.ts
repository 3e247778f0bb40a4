/** As much as tests ask of the reader of DMN files that DMN tools share; it ships without types. */
declare module 'dmn-moddle' {
  export class DmnModdle {
    fromXML(xml: string): Promise<{
      readonly warnings: readonly unknown[];
      readonly rootElement: {
        readonly drgElement: readonly [
          { readonly decisionLogic: { readonly rule: readonly unknown[] } },
        ];
      };
    }>;
  }
}

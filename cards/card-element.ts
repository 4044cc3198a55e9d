/** A part of an Adaptive Card; the schema is Microsoft's, version 1.5. */
export type CardElement = { readonly type: string; readonly [property: string]: unknown };

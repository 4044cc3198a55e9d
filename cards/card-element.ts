/** An element of an Adaptive Card (Microsoft's schema, version 1.5). */
export type CardElement = { readonly type: string; readonly [property: string]: unknown };

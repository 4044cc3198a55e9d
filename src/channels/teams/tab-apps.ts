/**
 * The app's id in the catalogue of each tenant (in lower case), by which links open its tab. Without a tenant's id there is
 * no link in its messages.
 */
export type TabApps = Readonly<Record<string, string>>;

/** The app's id in a tenant's catalogue; undefined where that is not known. */
export function tabAppOf(tenant: string | undefined, apps: TabApps): string | undefined {
  return tenant === undefined ? undefined : apps[tenant.toLowerCase()];
}

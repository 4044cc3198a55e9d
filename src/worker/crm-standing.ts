/** Whether the CRM takes records at all, as this worker last saw it. */
export interface CrmStanding {
  readonly isDenied: boolean;
  /** The CRM turned a record away that is no fault of the record. The first time, it is logged for the operator. */
  denied(detail: string | null): void;
  /** The CRM took a record. */
  granted(): void;
}

/** The standing of a CRM that has turned nothing away. A restart forgets it, and logs once more. */
export function createCrmStanding(
  log: (event: string, fields: Readonly<Record<string, string>>) => void,
): CrmStanding {
  let isDenied = false;
  return {
    get isDenied() {
      return isDenied;
    },
    denied(detail) {
      if (!isDenied) log('crm-denied', { code: detail ?? 'denied' });
      isDenied = true;
    },
    granted() {
      if (isDenied) log('crm-granted', {});
      isDenied = false;
    },
  };
}

import type { Actor } from '../../person.ts';
import type { Case } from '../case.ts';
import type { CaseContext } from '../case-change.ts';
import { clockOf, mayShare, openHandover } from '../derived.ts';
import { enquiriesOf } from '../enquiries.ts';
import { isGreyZoneContact } from '../local-notes.ts';
import { greyZoneParties } from '../open-case.ts';
import { coordinates, mayAct, serves } from '../relation.ts';

/** Any member of the owner, including phone-line staff, who log and hand over. */
export const memberOfOwner = (kase: Case, by: Actor) => by.organisation === kase.owner && mayAct(by);

/**
 * A member of an organisation that has the case or takes part in it, or that obtained the company's basis for sharing. Whoever
 * was only offered the case has not talked to the company yet.
 */
export const hearsTheCompany = (kase: Case, by: Actor) =>
  mayAct(by) && [kase.owner, ...kase.joint, kase.basis?.obtainedBy.organisation].includes(by.organisation);

/** A person who serves companies at the owner. */
export const servesForOwner = (kase: Case, by: Actor) => by.organisation === kase.owner && serves(by);

/** A person who serves companies at the receiver of the open offer. */
export const receiver = (kase: Case, by: Actor) => by.organisation === openHandover(kase)?.to && serves(by);

/** A person who serves companies at an organisation that takes part without owning. */
export const guest = (kase: Case, by: Actor) => serves(by) && kase.joint.includes(by.organisation);

/** A person who serves companies at the owner, or at an organisation that takes part without owning. */
export const takesPart = (kase: Case, by: Actor) => servesForOwner(kase, by) || guest(kase, by);

/**
 * A person who may record a later contact: members of the parties, phone-line staff, and anyone who registers an
 * enquiry about the company.
 */
export const registrars = (kase: Case, by: Actor, { enquiry }: CaseContext) =>
  mayAct(by) &&
  (enquiry !== undefined ||
    by.roles.includes('phone') ||
    [kase.owner, openHandover(kase)?.to, ...kase.joint].includes(by.organisation));

/** The person who logged the case, and the owner's coordinators. */
export const loggerOrCoordinator = (kase: Case, by: Actor) =>
  mayAct(by) && (by.person === kase.createdBy.person || (coordinates(by) && by.organisation === kase.owner));

/** A person who serves companies at the organisation that follows up. */
export const followUpOffice = (kase: Case, by: Actor) =>
  kase.followUp?.organisation === by.organisation && serves(by);

/**
 * The people of a grey zone's two parties whom the municipality has named to settle it, and their coordinators, who stand in
 * where somebody named has left. The owner's alone once sharing has ended.
 */
export const settlers = (kase: Case, by: Actor, { settingsOf }: CaseContext) =>
  (coordinates(by) || isGreyZoneContact(kase, by, settingsOf)) &&
  (by.organisation === kase.owner || (mayShare(kase) && greyZoneParties(kase).includes(by.organisation)));

/**
 * Phone-line staff who received an enquiry of the running promise, wherever the case is. The promise began with their own
 * organisation: they answer no enquiry that another one received, though the company also called them.
 */
export const tookTheCall = (kase: Case, by: Actor) => {
  if (!by.roles.includes('phone')) return false;
  const received = enquiriesOf(kase)
    .filter(({ promise }) => promise === clockOf(kase))
    .map(({ receivedBy }) => receivedBy);
  return received[0]?.organisation === by.organisation && received.some(({ person }) => person === by.person);
};

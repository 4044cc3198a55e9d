import type { RefusalCode } from '../src/core/refusal-codes.ts';
import type { Localized } from '../src/core/vocabulary.ts';
import { both } from './say.ts';

/** What can be wrong with one field. */
const FIELDS = {
  'not-a-cvr': both(
    'Det er ikke et gyldigt CVR-nummer. Det har otte cifre – er et af dem tastet forkert?',
    'That is not a valid CVR number. It has eight digits – is one of them mistyped?',
  ),
  'not-a-p-number': both(
    'Det er ikke et P-nummer. Det har ti cifre og begynder med 1.',
    'That is not a P-number. It has ten digits and begins with 1.',
  ),
  'unknown-municipality': both(
    'Jeg kender ingen kommune[, der hedder "{typed}"]. Vælg den på listen, eller skriv navnet.',
    'I know no municipality[ called "{typed}"]. Choose it from the list or type its name.',
  ),
  'register-differs': both(
    'CVR-registret siger noget andet[: {municipality}, ikke {typed}]. Det går jeg efter.[ Er det forkert, så skriv "ret kommune {typed}".]',
    'The CVR register says otherwise[: {municipality}, not {typed}]. I go by that.[ If it is wrong, type "correct municipality {typed}".]',
  ),
  'unit-differs': both(
    'Produktionsenheden[ {pNumber}] ligger et andet sted[: {municipality}, ikke {typed}]. Det går jeg efter.[ Er det forkert, så skriv "ret kommune {typed}".]',
    'The production unit[ {pNumber}] lies elsewhere[: {municipality}, not {typed}]. I go by that.[ If it is wrong, type "correct municipality {typed}".]',
  ),
  'unit-unknown': both(
    'Produktionsenheden[ {pNumber}] står ikke under virksomheden i CVR-registret. Kontoret er fundet uden den.',
    'The CVR register does not list the production unit[ {pNumber}] under the company. The office was found without it.',
  ),
  'not-a-date': both(
    'Det er ikke en dato. Skriv fx 2024, 05-2024 eller 1-5-2024.',
    'That is not a date. Type for example 2024, 2024-05 or 2024-05-01.',
  ),
  'date-in-future': both('Datoen ligger ude i fremtiden.', 'The date is in the future.'),
  'date-passed': both('Datoen er allerede passeret.', 'The date has passed already.'),
  'not-a-moment': both(
    'Hvornår skal der ringes op?[ "{typed}" kan jeg ikke læse.] Skriv fx "i morgen kl. 10", "mandag 9.30", "30.11. kl. 14" eller "om 2 timer".',
    'When is the call to be made?[ I cannot read "{typed}".] Type for example "tomorrow at 10", "Monday 9.30", "30/11 at 14.00" or "in 2 hours".',
  ),
  'moment-passed': both(
    'Det tidspunkt er passeret. Skriv et, der ligger forude, fx "i morgen kl. 10" eller "om 2 timer".',
    'That moment has passed. Type one that lies ahead, for example "tomorrow at 10" or "in 2 hours".',
  ),
  'moment-too-far': both(
    'Det er mere end et år ude i fremtiden. Skriv et tidligere tidspunkt, fx "30.11. kl. 14".',
    'That is more than a year ahead. Type an earlier moment, for example "30/11 at 14.00".',
  ),
  'text-too-long': both(
    'Teksten er for lang[: {length} tegn][, højst {max}]. Forkort den, eller del den i flere.',
    'The text is too long[: {length} characters][, at most {max}]. Shorten it, or send it in parts.',
  ),
  'line-too-long': both(
    'Beskeden er for lang[: {length} tegn][, og jeg kan højst tage {max} ad gangen]. Intet af den er gemt. Forkort den, eller send den i flere dele.',
    'The message is too long[: {length} characters][, and I take at most {max} at a time]. None of it was saved. Shorten it, or send it in parts.',
  ),
  'description-full': both(
    'Det kan beskrivelsen ikke rumme[: den har højst {max} tegn][, og der er plads til {room} mere]. Din besked er ikke føjet til. Forkort den, eller ret beskrivelsen med "ret beskrivelse ‹ny tekst›".',
    'The description has no room for that[: it takes at most {max} characters][, and {room} more will fit]. Your message was not added. Shorten it, or replace the description with "correct description ‹new text›".',
  ),
  'only-quoted': both(
    'Beskeden er kun et citat, og andres ord læser jeg ikke som dine. Skriv selv, hvad det drejer sig om, eller kopiér teksten ind efter "log".',
    'The message is only a quote, and I do not take other people\'s words for yours. Say what it is about, or copy the text in after "log".',
  ),
  'edit-does-nothing': both(
    'Jeg kan se, at du har rettet din besked, men rettelser af en sendt besked gør ingenting her. Skriv det i en ny besked, fx "ret kommune Viborg".',
    'I see that you edited your message, but editing a sent message does nothing here. Write it in a new message, for example "correct municipality Viborg".',
  ),
  'not-a-phone': both(
    'Det er ikke et telefonnummer[: "{typed}"]. Et dansk nummer har otte cifre; et udenlandsk begynder med + og landekoden.',
    'That is not a phone number[: "{typed}"]. A Danish number has eight digits; a foreign one begins with + and the country code.',
  ),
  'cvr-or-phone': both(
    'Det er ikke et gyldigt CVR-nummer[: {typed}]. Tjek cifrene.[ Er det et telefonnummer, så skriv "ret telefon {typed}".]',
    'That is not a valid CVR number[: {typed}]. Check the digits.[ If it is a phone number, type "correct phone {typed}".]',
  ),
  'not-an-email': both('Det ligner ikke en e-mailadresse.', 'That does not look like an e-mail address.'),
  'unknown-stage': both(
    'Vælg før-starter, iværksætter, etableret eller ved ikke.',
    'Choose pre-starter, entrepreneur, established or not known.',
  ),
  'unknown-maturity': both('Vælg tidlig eller moden.', 'Choose early or mature.'),
  'unknown-segment': both('Vælg drift, vækst eller ved ikke.', 'Choose operations, growth or not known.'),
  'unknown-depth': both('Vælg basal eller specialiseret.', 'Choose basic or specialised.'),
  'unknown-basis': both(
    'Vælg et grundlag: samtykke, offentlig opgave eller nej.',
    'Choose a basis: consent, public task or no.',
  ),
  'unknown-entry': both(
    'Vælg, hvor henvendelsen kom ind: telefon, lokal erhvervsservice, Erhvervshus eller digitalt.',
    'Choose where it came in: phone, local business service, Erhvervshus or digital.',
  ),
  'unknown-area': both('Jeg kender ikke behovet[ "{area}"].', 'I do not know the need[ "{area}"].'),
  'too-many-areas': both('For mange behov[: vælg højst {max}].', 'Too many needs[: choose at most {max}].'),
  'not-yes-or-no': both('Svar ja eller nej.', 'Answer yes or no.'),
  'unknown-field': both(
    'Feltet[ "{field}"] kender jeg ikke. Prøv fx "ret kommune Viborg".',
    'I do not know the field[ "{field}"]. Try for example "correct municipality Viborg".',
  ),
  'not-understood': both(
    'Det forstod jeg ikke som et svar. Vælg en af mulighederne, eller skriv det på en anden måde.',
    'I did not understand that as an answer. Choose one of the options, or put it differently.',
  ),
  'municipality-needed': both(
    'Vælg kommunen, eller skriv CVR-nummeret, så finder jeg den.',
    'Choose the municipality, or type the CVR number and I find it.',
  ),
  'reason-needed': both('Skriv en begrundelse.', 'Give a reason.'),
  'return-reason-needed': both(
    'Vælg en årsag til at returnere sagen.',
    'Choose a reason for returning the case.',
  ),
  'question-needed': both('Skriv dit spørgsmål.', 'Write your question.'),
  'answer-needed': both('Skriv dit svar.', 'Write your answer.'),
  'advice-needed': both('Skriv dit råd.', 'Write your advice.'),
  'person-needed': both(
    'Skriv, hvilken kollega der skal have sagen.',
    'Say which colleague is to have the case.',
  ),
  'organisation-needed': both('Vælg en organisation.', 'Choose an organisation.'),
  'unknown-organisation': both(
    'Den organisation kender jeg ikke[: "{organisation}"]. Skriv fx LES Viborg eller Erhvervshus Midtjylland.',
    'I do not know that organisation[: "{organisation}"]. Type for example LES Viborg or Erhvervshus Midtjylland.',
  ),
  'unknown-person': both(
    'Jeg kender ingen kollega med det navn[ hos {organisation}].',
    'I know no colleague by that name[ at {organisation}].',
  ),
  'unknown-actor': both(
    'En af dem, der er henvist til, kender jeg ikke.',
    'One of those referred to is unknown to me.',
  ),
  'segment-needed': both('Vælg et segment.', 'Choose a segment.'),
  'cvr-needed': both(
    'Sagen kan ikke afsluttes uden CVR-nummer (kun en før-starter kan undvære det).',
    'The case cannot be closed without a CVR number (only a pre-starter may do without).',
  ),
  'cvr-differs': both(
    'Sagen har allerede et andet CVR-nummer[: {cvr}].',
    'The case has another CVR number already[: {cvr}].',
  ),
  'action-plan-needed': both(
    'Skriv handlingsplanen: den lokale erhvervsservice følger op på den.',
    'Write the action plan: the local business service follows up on it.',
  ),
  'early-warning-not-operations': both(
    'En virksomhed i krise registreres som Early Warning, ikke som drift.',
    'A company in crisis is registered as Early Warning, not as operations.',
  ),
} as const satisfies Readonly<Record<string, Localized>>;

/** What cannot be done with a case now, and why. */
const CASES = {
  'already-taken': both(
    'Sagen er allerede overtaget[ af {person}][ hos {organisation}].',
    'The case has already been accepted[ by {person}][ at {organisation}].',
  ),
  'already-yours': both('Du har allerede overtaget sagen.', 'You have already accepted the case.'),
  'offer-over': both(
    'Sagen venter ikke længere på jeres svar. Her ser du, hvad der er sket med den.',
    'The case no longer waits for your answer. This shows what became of it.',
  ),
  'not-yours': both(
    'Det kan kun den, der har sagen[ ({owner})], eller den, der er spurgt.',
    'Only those who have the case[ ({owner})] or were asked can do that.',
  ),
  'not-now': both(
    'Det kan ikke lade sig gøre lige nu[: sagen er {status}].',
    'That is not possible now[: the case is {status}].',
  ),
  'answer-first': both(
    'Sagen kan afsluttes, når virksomheden har fået svar. Er det sket, så skriv "besvaret[ {caseId}]".',
    'The case can be closed once the company has its answer. If it has, type "answered[ {caseId}]".',
  ),
  'stale-revision': both(
    'Der er sket noget med sagen, siden kortet blev vist. Her er den, som den er nu.',
    'Something happened to the case since the card was shown. Here it is as it is now.',
  ),
  'bad-input': both('Noget er ikke udfyldt rigtigt.', 'Something is not filled in correctly.'),
  'already-answered': both(
    'Virksomheden har allerede fået svar[ {at}].',
    'The company has had its answer already[ {at}].',
  ),
  'already-forwarded': both(
    'Sagen er allerede videresendt én gang og kan ikke sendes videre igen. Overtag den, eller returner den.',
    'The case has been forwarded once and cannot be forwarded again. Accept it or return it.',
  ),
  'already-joint': both(
    'Den organisation deltager allerede i det fælles forløb[: {organisation}].',
    'That organisation already takes part in the joint course[: {organisation}].',
  ),
  'basis-needed': both(
    'Vælg først grundlaget for at dele oplysningerne: samtykke eller offentlig opgave.',
    'First choose the basis for sharing: consent or public task.',
  ),
  'basis-declined': both(
    'Virksomheden har sagt nej til at dele oplysninger, så sagen må blive, hvor den er.',
    'The company refused sharing, so the case must stay where it is.',
  ),
  'no-basis': both(
    'Der er ikke registreret et grundlag, der kan trækkes tilbage.',
    'No basis is recorded that could be withdrawn.',
  ),
  'no-grey-zone': both('Sagen er ikke i grå zone.', 'The case is not in a grey zone.'),
  'no-open-question': both('Der er ikke noget spørgsmål at svare på.', 'There is no question to answer.'),
  'question-open': both(
    'Der er allerede stillet et spørgsmål, som ikke er besvaret endnu.',
    'A question has been asked already and is not answered yet.',
  ),
  'not-a-party': both(
    'Den organisation er ikke part i sagen[: {organisation}]. Vælg en af de to uenige parter.',
    'That organisation is no party to the case[: {organisation}]. Choose one of the two that disagree.',
  ),
  'settle-own-only': both(
    'Du kan tage sagen til jeres egen organisation eller lade den blive, hvor den er. Den anden part må selv tage den.',
    'You can take the case to your own organisation or leave it where it is. The other side must take it itself.',
  ),
  'reopen-too-late': both(
    'Det er for længe siden, sagen blev afsluttet[: den kan genåbnes i {days} dage]. Opret en ny, så bliver de to knyttet sammen.',
    'The case was closed too long ago[: it can be reopened for {days} days]. Create a new one and the two are linked.',
  ),
  'returns-spent': both(
    'Sagen er allerede blevet returneret[ mellem jer og {organisation}]. Den kan ikke sendes frem og tilbage; koordinatorerne afgør den sammen.',
    'The case has been returned already[ between you and {organisation}]. It cannot go back and forth; the coordinators settle it together.',
  ),
  'same-organisation': both(
    'Sagen er der allerede[: hos {organisation}].',
    'The case is there already[: at {organisation}].',
  ),
} as const satisfies Readonly<Record<string, Localized>>;

/** What the conversation itself refuses. */
const TURNS = {
  unreadable: both(
    'Det kunne jeg ikke læse[ ({problem})]. Skriv "hjælp" for at se, hvad du kan gøre.',
    'I could not read that[ ({problem})]. Type "help" to see what you can do.',
  ),
  guest: both(
    'Du er gæst her, så du kan ikke arbejde med sager. Spørg en af organisationens egne.',
    'You are a guest here, so you cannot work with cases. Ask one of the organisation’s own people.',
  ),
  'not-in-directory': both(
    'Jeg ved ikke, hvilken organisation du hører til. Skriv til mig fra dit kontors kanal, eller bed koordinatoren om at få dig med.',
    'I do not know which organisation you belong to. Write to me from your office’s channel, or ask the coordinator to add you.',
  ),
  'not-confirmed': both(
    'Jeg kan lige nu ikke få bekræftet, at du hører til kontoret. Prøv igen om lidt.',
    'I cannot confirm right now that you belong to the office. Please try again in a moment.',
  ),
  'ask-to-be-let-in': both(
    'Alle kan melde sig ind i denne kanal, så en koordinator skal give dig adgang[ til {organisation}]. Koordinatoren[ ({coordinators})] har fået besked om, at du gerne vil være med.',
    'Anybody can join this channel, so a coordinator must let you in[ to {organisation}]. The coordinator[ ({coordinators})] has been told that you would like to take part.',
  ),
  'nobody-asked': both(
    'Der er ingen[ ved navn "{name}"], der venter på adgang. Skriv navnet, som det står i beskeden til dig.',
    'Nobody[ called "{name}"] is waiting to be let in. Type the name as it stands in the message to you.',
  ),
  'bound-elsewhere': both(
    'Kanalen er allerede forbundet[ med {organisation}]. En koordinator derfra kan skrive "afbryd" først.',
    'This channel is already connected[ to {organisation}]. A coordinator from there can type "disconnect" first.',
  ),
  'too-often': both(
    'Du har tilføjet usædvanligt mange henvendelser på kort tid[ ({max} på en time)]. Prøv igen om lidt, eller skriv til den, der har sagen.',
    'You have added unusually many contacts in a short time[ ({max} within an hour)]. Try again later, or write to whoever has the case.',
  ),
  'choose-organisation': both(
    'Du er med i flere organisationer[: {organisations}]. Skriv "som" og organisationen, fx "som LES Viborg".',
    'You belong to several organisations[: {organisations}]. Type "as" and the organisation, e.g. "as LES Viborg".',
  ),
  'not-a-member': both(
    'Du er ikke med i den organisation[: {organisation}].',
    'You are not a member of that organisation[: {organisation}].',
  ),
  'coordinators-only': both(
    'Det kan kun en koordinator[ hos {organisation}].',
    'Only a coordinator[ at {organisation}] can do that.',
  ),
  'not-a-channel': both(
    'Det skal skrives i den kanal, der skal være kontorets.',
    'Type that in the channel that is to be the office’s.',
  ),
  'not-connected': both(
    'Kanalen er ikke forbundet med et kontor.',
    'The channel is not connected to an office.',
  ),
  'unknown-case': both(
    'Jeg kan ikke finde sagen[ {caseId}]. Skriv "sager" for at se numrene.',
    'I cannot find the case[ {caseId}]. Type "cases" to see the numbers.',
  ),
  'case-needed': both(
    'Hvilken sag? Skriv også dens nummer, fx "overtag K3F9-QTX2". "sager" viser numrene.',
    'Which case? Type its number too, e.g. "accept K3F9-QTX2". "cases" shows the numbers.',
  ),
  'no-draft': both(
    'Der er ingen henvendelse i gang. Skriv "ny" for at begynde.',
    'No enquiry is under way. Type "new" to begin.',
  ),
  'not-your-draft': both(
    'Den henvendelse er en kollegas. Skriv "ny" for at begynde på din egen.',
    'That enquiry is a colleague’s. Type "new" to begin your own.',
  ),
  late: both(
    'Det tager længere tid end normalt. Vi arbejder videre, og intet går tabt. Skriv "genoptag" eller "sager" om lidt for at se resultatet.',
    'This takes longer than usual. We keep working on it, and nothing is lost. Type "resume" or "cases" in a moment to see the result.',
  ),
  fault: both(
    'Der skete en fejl hos os, og din seneste besked er ikke gemt. Prøv igen om lidt. Resten er uændret.[ Sker det igen, så oplys koden {code} til den, der driver Indgang.]',
    'Something went wrong on our side, and your last message was not saved. Try again in a moment. The rest is unchanged.[ If it happens again, give the code {code} to whoever runs Indgang.]',
  ),
  'draft-over': both(
    'Den henvendelse er afsluttet. Skriv "ny" for at begynde på en ny.',
    'That enquiry is over. Type "new" to begin another.',
  ),
} as const satisfies Readonly<Record<string, Localized>>;

/** Every refusal as a sentence that says what was wrong and, where it helps, what to do. `fill.ts` says how to write one. */
export const REFUSALS: Readonly<Record<RefusalCode, Localized>> = { ...FIELDS, ...CASES, ...TURNS };

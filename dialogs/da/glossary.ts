import type { Term } from '../../src/core/talk.ts';

/** A word of the domain and what it means. */
export interface Explained {
  readonly name: string;
  readonly text: string;
}

/** The words and practices that people ask about. */
export const glossary: Readonly<Record<Term, Explained>> = {
  doors: {
    name: 'Hvem ejer sagen',
    text: 'Reglerne læses i rækkefølge, og den første, der passer, afgør det: Specialiserede behov hører til hos Erhvervshuset, basale og stedbundne hos den lokale erhvervsservice. Begrundelsen står på hver sag, og en konsulent kan altid vælge en anden modtager med en begrundelse. Ingen bliver afvist.',
  },
  les: {
    name: 'LES (lokal erhvervsservice)',
    text: 'Kommunens erhvervsservice, én i hver kommune. Den tager basale og stedbundne behov, før-startere og tidlige iværksættere.',
  },
  ehm: {
    name: 'EHM (Erhvervshus Midtjylland)',
    text: 'Et af landets seks Erhvervshuse. De giver specialiseret vejledning til virksomheder i flere kommuner og hjælper virksomheder i krise.',
  },
  platform: {
    name: 'Virksomhedsguiden',
    text: 'Den digitale platform med viden, vejledninger og selvhjælpsværktøjer for virksomheder og alle, der overvejer at starte.',
  },
  'pre-starter': {
    name: 'Før-starter',
    text: 'En person, der overvejer at starte virksomhed og endnu ikke har et CVR-nummer. Før-startere hører til hos den lokale erhvervsservice, medmindre de er modne og har et specialiseret behov.',
  },
  entrepreneur: {
    name: 'Iværksætter',
    text: 'En virksomhed op til og med tre år efter stiftelsen.',
  },
  established: {
    name: 'Etableret virksomhed',
    text: 'En virksomhed, der er mere end tre år gammel.',
  },
  maturity: {
    name: 'Tidlig og moden',
    text: 'Siger, hvor langt en iværksætter er nået. Uden anden besked læses en iværksætter som moden efter 12 måneder, men kommunen kan have en anden grænse, og det er konsulentens skøn.',
  },
  segment: {
    name: 'Driftssegment og vækstsegment',
    text: 'Vækst: Virksomheden kan øge omsætningen med mindst 10 % om året i de næste tre år. Drift: alle andre, som vil drive og sikre det, de har.',
  },
  depth: {
    name: 'Basalt og specialiseret behov',
    text: 'Et basalt behov kan klares lokalt. Et behov er specialiseret, når kompetencen mangler lokalt, når der skal et længere forløb til, eller når virksomheden ønsker et program. Specialiserede behov hører normalt til hos Erhvervshuset.',
  },
  'place-bound': {
    name: 'Stedbundne behov',
    text: 'Behov, der altid hører til i kommunen: tilladelser og myndighedssager, lokaler og erhvervsgrunde, jobcenter, praktik og lokale uddannelser.',
  },
  'control-questions': {
    name: 'Kontrolspørgsmål',
    text: 'De tre spørgsmål, der afgør et tvivlsomt behov: Mangler kompetencen lokalt, skal der et længere forløb til, eller ønskes et program? Ét ja gør behovet specialiseret.',
  },
  'grey-zone': {
    name: 'Gråzone',
    text: 'En sag, som begge sider kan tage, eller som er returneret det antal gange, der er aftalt. Den, der har sagen, beholder den, og de to koordinatorer afgør sammen, hvem der tager den.',
  },
  'joint-course': {
    name: 'Fælles forløb',
    text: 'To organisationer hjælper virksomheden sammen. Sagen flytter ikke: Den ene har den stadig, og den anden er med.',
  },
  handover: {
    name: 'Overdragelse',
    text: 'En sag sendes til en anden organisation, som kan overtage den, returnere den, spørge eller sende den videre. Afsenderen har ansvaret, indtil sagen er overtaget.',
  },
  return: {
    name: 'Returner',
    text: 'Modtageren sender sagen tilbage til afsenderen med en årsag. Efter en returnering, der tæller, kan sagen ikke sendes til den samme igen: Så bliver den en gråzone.',
  },
  forward: {
    name: 'Videresend',
    text: 'Modtageren sender sagen videre til en mere relevant modtager, én gang. Afsenderen kan se det, og fristen løber stadig.',
  },
  promise: {
    name: '48 timer',
    text: 'Virksomheden skal have et rigtigt svar fra en person senest 48 timer efter sin første henvendelse. Fristen løber på arbejdsdage, 24 timer for hver, medmindre kommunen har valgt alle timer. I en krise er fristen 8 timer. At overtage eller sende en sag stopper ikke fristen.',
  },
  unanswered: {
    name: 'Hvis ingen svarer',
    text: 'Modtageren får en påmindelse, når en fjerdedel af tiden er gået, og koordinatoren ved halvdelen. Ved tre fjerdedele går sagen tilbage til afsenderen, som stadig kan nå det. Er fristen overskredet, får den, der har sagen, og koordinatorerne besked, og sagen står på listen, til virksomheden har fået svar.',
  },
  basis: {
    name: 'Samtykke og deling',
    text: 'Når en sag nævner en person eller sendes til en anden organisation, skal grundlaget være valgt: virksomhedens samtykke eller offentlig opgave (lov om erhvervsfremme). Siger virksomheden nej, bliver oplysningerne hos jer, og virksomheden kan få modtagerens navn og selv henvende sig.',
  },
  'advertising-protection': {
    name: 'Reklamebeskyttelse',
    text: 'En virksomhed, der er reklamebeskyttet i CVR, må ikke kontaktes med markedsføring. Henvender den sig selv, får den hjælp som alle andre.',
  },
  'early-warning': {
    name: 'Early Warning',
    text: 'Gratis og fortrolig hjælp til virksomheder i krise gennem Erhvervshuset. En virksomhed i krise sendes dertil med det samme.',
  },
  urgent: {
    name: 'Hastesag',
    text: 'En virksomhed i krise. Den går straks til Erhvervshuset, og fristen for svar er 8 timer.',
  },
  'action-plan': {
    name: 'Handlingsplan',
    text: 'Planen, som virksomheden får, når et forløb hos Erhvervshuset slutter. Når sagen lukkes, spørges der til den.',
  },
  'follow-up': {
    name: 'Opfølgning',
    text: 'Når Erhvervshuset lukker en sag, der kom fra den lokale erhvervsservice, foreslås en opfølgning dér på en aftalt dato.',
  },
  'self-help': {
    name: 'Selvhjælpsværktøjer',
    text: 'Værktøjer, som virksomheden selv kan bruge før vejledningen: Virksomhedsguiden, Væksthjulet, Business Model Canvas, Klimakompasset og Privacykompasset.',
  },
  programmes: {
    name: 'Programmer',
    text: 'Længere tilbud med egne krav, fx SMV:Digital og InnoBooster. Kortet nævner dem, der passer til behovet; programmet afgør selv, hvem der kan være med.',
  },
  'private-advisers': {
    name: 'Private rådgivere',
    text: 'Det offentlige vejleder, og private rådgivere løser opgaven. Erhvervshuset henviser videre efter vejledningen, og flere rådgivere nævnes ligeligt.',
  },
  eifo: {
    name: 'EIFO',
    text: 'Danmarks Eksport- og Investeringsfond. Den har siden 2023 overtaget opgaverne fra Vækstfonden og EKF: lån, kaution og eksportkredit.',
  },
  'trade-council': {
    name: 'Eksportrådet (The Trade Council)',
    text: 'Rådgiver om eksport og markeder. Eksportsparring er for virksomheder med under 100 ansatte og under 150 mio. kr. i omsætning.',
  },
  'innovation-fund': {
    name: 'Innovationsfonden',
    text: 'Giver tilskud til innovation, fx InnoBooster. Hjælp til ansøgningen gives af Erhvervshuset eller en privat rådgiver, ikke af fonden.',
  },
  gts: {
    name: 'GTS-institut',
    text: 'Et godkendt teknologisk serviceinstitut, der hjælper med ny teknologi, test og automatisering.',
  },
  cluster: {
    name: 'Klynge',
    text: 'Et netværk af virksomheder og vidensinstitutioner inden for et erhverv, der samarbejder om innovation.',
  },
  'p-number': {
    name: 'P-nummer',
    text: 'Nummeret på en produktionsenhed: et af virksomhedens steder. Ligger det i en anden kommune, er det dén kommune, der gælder.',
  },
  'cvr-number': {
    name: 'CVR-nummer',
    text: 'Virksomhedens nummer i det centrale register. Det har otte cifre.',
  },
  cpr: {
    name: 'CPR-numre',
    text: 'CPR-numre bliver fjernet, før noget gemmes, vises eller sendes. Står nummeret i en besked i chatten, så slet beskeden dér.',
  },
  crm: {
    name: 'CRM',
    text: 'Det fælles system, hvor kontakter, ydelser og henvisninger registreres. Sagerne herfra bliver gemt dér.',
  },
  draft: {
    name: 'Kladde',
    text: 'En henvendelse, der ikke er bekræftet endnu. Den gemmes i syv dage. Skriv "fortsæt" for at gå videre, eller "annuller".',
  },
  statuses: {
    name: 'Sagens status',
    text: 'Åben: Nogen har sagen. Sendt: En anden organisation er spurgt. Besvaret: Virksomheden har fået svar. Afventer virksomheden, afsluttet, trukket tilbage og fejloprettet: Der løber ingen frist.',
  },
  undo: {
    name: 'Fortryd',
    text: 'Skriv "fortryd", eller brug knappen på kortet. Et svar kan fortrydes i 60 minutter, en afslutning eller annullering i 10, og kun så længe ingen anden har arbejdet videre med sagen. En henvendelse, der ikke er bekræftet, rettes med "ret ‹felt› ‹værdi›" eller "tilbage".',
  },
  reminder: {
    name: 'Påmindelser',
    text: 'Jeg minder jer selv om fristerne, og du får besked, når modtageren svarer på en sag, du har sendt. Vil du mindes om at ringe til virksomheden, så skriv fx "ring op ‹sagsnummer› mandag kl. 10".',
  },
  digest: {
    name: 'Oversigter',
    text: 'Påmindelser samles, så ingen får mere end én besked for hver sag og trin, og de kommer i kontorets åbningstid, medmindre sagen haster. "oversigt" viser kontorets dag, "månedsoversigt" Erhvervshusets måned i hver kommune.',
  },
  'say-to-company': {
    name: 'Sig til virksomheden',
    text: 'Sig, hvem der svarer, og senest hvornår. Kortet begynder med den sætning, når du har skrevet, hvad virksomheden har brug for.',
  },
  colleagues: {
    name: 'Hvem er på arbejde',
    text: 'Det ved jeg ikke: Jeg kender ikke kollegernes kalendere. Jeg kender sagerne, reglerne og kontorerne.',
  },
  'personal-data': {
    name: 'Personoplysninger',
    text: 'Indgang gemmer det, der er skrevet på en sag, og viser det kun til dem, der har med sagen at gøre. En virksomhed eller person kan få indsigt i sine oplysninger og få dem slettet: Bed koordinatoren på dit kontor om at give det videre til den, der driver Indgang.',
  },
};

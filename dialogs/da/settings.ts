import type { SettingTold } from '../../src/core/settings/answers.ts';
import type { ReplayCounts } from '../../src/core/settings/replay.ts';
import type { SettingKey } from '../../src/core/triage/settings.ts';
import { office } from './office.ts';
import { tried } from './tried-setting.ts';

/** What a setting is called on cards. */
const label: Readonly<Record<SettingKey, string>> = {
  ...office.settings,
  operator: 'Kontor, der betjener kommunen',
  preStarter: 'Hvem tager sig af før-startere?',
  localAreas: 'Områder, som kontoret også klarer specialiseret',
  phoneRoute: 'Opkald til det fælles telefonnummer',
  matureAfterMonths: 'Iværksættere regnes som modne efter (måneder)',
  maxReturns: 'Returneringer, før sagen bliver, hvor den er',
  answerByHours: 'Svarfrist (timer)',
  promiseReading: 'Svarfristen tælles i',
  showTimeFrames: 'Vis vejledende tidsrammer',
  localServices: 'Kontorets egne ydelser ud over den fælles liste',
  houseActsAsLes: 'Lokale ydelser, som Erhvervshuset leverer på kontorets vegne',
  selfHelpNudge: 'Vis selvhjælpsværktøjer, før sagen sendes',
  toolRequired: 'Bed om Væksthjulet, før en sag sendes til Erhvervshuset',
  handoverForm: 'Hvad foreslås først, når Erhvervshuset skal med?',
  feedback: 'Tilbagemelding til den, der henviste',
  lesFollowUp: 'Foreslå opfølgning til kontoret',
  shareLevel: office.shareLevel,
  shareAssessment: office.shareAssessment,
  greyZoneContacts: 'Hvem afgør gråzoner?',
  houseContact: 'Kontakt i Erhvervshuset',
  priorities: 'Lokale prioriteter',
  inhabitants: 'Indbyggere i kommunen',
  entrepreneurs: 'Iværksættere i kommunen',
  growthCompanies: 'Vækstvirksomheder i kommunen',
  outreachAck: 'Når Erhvervshuset vil opsøge en virksomhed',
};

/** What a setting is called on a typed line, separated by `|`. The first is shown. */
const names: Readonly<Record<SettingKey, string>> = {
  officeName: 'navn|kontorets navn|kontornavn',
  phone: 'telefon|tlf|telefonnummer',
  email: 'e-mail|mail|mailadresse',
  address: 'adresse',
  openingHours: 'åbningstid|åbningstider|træffetid',
  closedDays: 'lukkedage|lukkedag|lukket',
  slackUserGroup: 'slackgruppe|brugergruppe|slack gruppe',
  operator: 'operatør|fælles kontor|betjenes af',
  preStarter: 'før-startere|førstartere|før-starter',
  localAreas: 'lokale områder|lokale behov|områder',
  phoneRoute: 'fælles telefon|fælles telefonnummer|opkald',
  matureAfterMonths: 'moden efter|modne efter',
  maxReturns: 'returneringer|antal returneringer',
  answerByHours: 'svarfrist|svarfrist i timer',
  promiseReading: 'fristens timer|tælling af svarfrist',
  showTimeFrames: 'tidsrammer|vis tidsrammer',
  localServices: 'lokale ydelser|egne ydelser|kontorets ydelser',
  houseActsAsLes:
    'erhvervshuset som lokal|huset som lokal|ydelser ved erhvervshuset|erhvervshusets lokale ydelser',
  selfHelpNudge: 'vis selvhjælp|selvhjælp|selvhjælpsværktøjer',
  toolRequired: 'kræv væksthjulet|væksthjulet|kræv værktøj',
  handoverForm: 'overdragelse|overdragelsesform|form for overdragelse',
  feedback: 'tilbagemelding|feedback',
  lesFollowUp: 'opfølgning|foreslå opfølgning',
  shareLevel: 'deling|delingsniveau',
  shareAssessment: 'del vurdering|deling af vurdering',
  greyZoneContacts: 'gråzonekontakter|gråzonekontakt|gråzoner|hvem afgør gråzoner',
  houseContact: 'kontakt i erhvervshuset|huskontakt|kontakt',
  priorities: 'prioriteter|lokale prioriteter|prioritet',
  inhabitants: 'indbyggere|indbyggertal|antal indbyggere',
  entrepreneurs: 'iværksættere|antal iværksættere',
  growthCompanies: 'vækstvirksomheder|antal vækstvirksomheder',
  outreachAck: 'opsøgende|svar på opsøgende|opsøgende kvittering',
};

/** What it can be, after its name. */
const allowed: Readonly<Record<SettingKey, string>> = {
  officeName: 'en tekst på højst 400 tegn',
  phone: 'et telefonnummer, fx 87 12 34 56',
  email: 'en e-mailadresse',
  address: 'en tekst på højst 400 tegn',
  openingHours: 'ugedage med klokkeslæt, fx "mandag-torsdag 8-16, fredag 8-14"',
  closedDays: 'datoer, fx "24.12.2026, 31.12.2026", eller "ingen"',
  slackUserGroup: 'nummeret på en brugergruppe i Slack, fx S012AB3CD',
  operator: 'en kommunes erhvervsservice, fx LES Viborg',
  preStarter: '"kontoret", "kun kontoret" eller "virksomhedsguiden"',
  localAreas: 'behov, der kan være specialiserede, fx "generationsskifte, eksport", eller "ingen"',
  phoneRoute: '"reglerne" eller "kontoret"',
  matureAfterMonths: 'et helt antal måneder fra 1 til 36, eller "manuelt"',
  maxReturns: 'et helt tal fra 1 til 5',
  answerByHours: 'et helt antal timer fra 1 til 48',
  promiseReading: '"arbejdstid" eller "døgntimer"',
  showTimeFrames: '"ja" eller "nej"',
  localServices:
    'navne på højst 60 tegn, der ikke står på den fælles liste, fx "Vækstcafé, Byggesagsguide", eller "ingen"',
  houseActsAsLes: 'lokale ydelser, fx "iværksætterkurser, netværk", eller "ingen"',
  selfHelpNudge: '"ja" eller "nej"',
  toolRequired: '"ja" eller "nej"',
  handoverForm: '"send sagen" eller "fælles forløb"',
  feedback: '"automatisk" eller "efter ønske"',
  lesFollowUp: '"ja" eller "nej"',
  shareLevel: '"besøg", "standard" eller "fuld"',
  shareAssessment: '"ja" eller "nej"',
  greyZoneContacts:
    'navne på kolleger hos jer og i Erhvervshuset, fx "Anna Holm, Dan Ravn", eller "ingen": så afgør koordinatorerne',
  houseContact: 'navnet på en kollega i Erhvervshuset, fx "Dan Ravn", eller "ingen"',
  priorities: 'højst seks korte tekster med semikolon imellem, fx "Grøn omstilling; Turisme", eller "ingen"',
  inhabitants: 'et helt antal og året, fx "97.000 i 2026"',
  entrepreneurs: 'et helt antal og året, fx "900 i 2026"',
  growthCompanies: 'et helt antal og året, fx "60 i 2026"',
  outreachAck: '"besked" eller "godkendelse"',
};

/**
 * What a sentence about a change names: `office` made it, `other` is asked, `before` has agreed already, and `day` is from when
 * it holds.
 */
interface SettingNames {
  readonly office: string;
  readonly other: string;
  readonly before: string;
  readonly day: string;
}

/** Settings of an office: their names, their values, and how they are changed. */
export const settings = {
  label,
  names,
  allowed,
  /** The values of a choice on cards, by setting and code. */
  choices: {
    preStarter: {
      les: 'kontoret',
      'les-only': 'kontoret, uden henvisning til Virksomhedsguiden',
      digital: 'Virksomhedsguiden',
    },
    phoneRoute: {
      triage: 'fordeles efter reglerne',
      les: 'går først til kontoret',
    },
    promiseReading: { working: 'arbejdsdage', elapsed: 'timer døgnet rundt' },
    handoverForm: { takeover: 'sagen sendes til Erhvervshuset', joint: 'fælles forløb' },
    feedback: {
      automatic: 'automatisk',
      'on-request': 'kun når der bedes om det',
    },
    shareLevel: office.shared,
    outreachAck: {
      notify: 'får kontoret besked',
      require: 'skal kontoret først sige ja',
    },
  },
  /** The same as they are typed, separated by `|`. */
  choiceWords: {
    preStarter: {
      les: 'kontoret|kontor|les|lokalt',
      'les-only': 'kun kontoret|kun kontor|kun les|kun lokalt',
      digital: 'virksomhedsguiden|digitalt|digital',
    },
    phoneRoute: {
      triage: 'reglerne|efter reglerne|regler|triage',
      les: 'kontoret|kontor|les',
    },
    promiseReading: {
      working: 'arbejdstid|arbejdsdage|arbejdstimer',
      elapsed: 'døgntimer|døgnet rundt|timer',
    },
    handoverForm: {
      takeover: 'send sagen|send|overtagelse|overtag',
      joint: 'fælles forløb|fælles|i fælles forløb|samarbejde',
    },
    feedback: {
      automatic: 'automatisk',
      'on-request': 'efter ønske|på anmodning|ved ønske',
    },
    shareLevel: {
      visits: 'besøg',
      standard: 'standard',
      full: 'fuld|fuldt|alt',
    },
    outreachAck: {
      notify: 'besked|orientering',
      require: 'godkendelse|kræv godkendelse',
    },
  },
  manual: 'kun hvor det er oplyst',
  words: {
    manual: 'manuelt|manuel',
    none: 'ingen|intet|tom',
    reset: 'nulstil|standard|som i filen|tilbage til filen|sæt tilbage',
    from: 'fra og med|fra den|fra d.|fra',
    until: 'til og med|til',
    /** Only what ends in a colon counts where the value itself is text. */
    why: 'fordi|begrundelse:',
  },
  noValue: 'ingen',
  /** On the card of all settings. */
  howToChange: (file: string) =>
    `En koordinator ændrer en indstilling med "indstil" og dens navn, fx "indstil svarfrist 24". Det går forud for filen ${file}, som ellers gælder.`,
  choose: 'Ændr en indstilling …',
  setting: 'Indstilling',
  /** On the card of one setting. */
  title: (setting: string, office: string) => `${setting}: ${office}`,
  now: 'Gælder nu',
  otherwise: 'Uden ændringer herfra',
  allowedLabel: 'Kan være',
  value: 'Ny værdi',
  from: 'Gælder fra (ellers i dag)',
  why: 'Begrundelse (vises i historikken)',
  change: 'Ændr',
  reset: 'Sæt tilbage',
  history: 'Historik',
  noHistory: 'Ingen har ændret indstillingen her.',
  sources: { chat: 'chat', board: 'tavlen' },
  line: (day: string, person: string, before: string, after: string, source: string, state: string) =>
    `${day}: ${person} (${source}): fra ${before} til ${after}. ${state}`,
  state: {
    proposed: (office: string) => `Venter på ${office}.`,
    agreed: (day: string) => `Gælder fra ${day}.`,
    agreedBySilence: (day: string) => `Gælder fra ${day}, fordi der ikke kom svar.`,
    agreedBy: (who: string) => `Godkendt af ${who}.`,
    bySilence: (office: string) => `${office} (uden svar)`,
    why: (reason: string) => `Begrundelse: ${reason}`,
    declined: (person: string) => `Afvist af ${person}.`,
    withdrawn: 'Trukket tilbage.',
    replaced: 'Erstattet af et senere forslag.',
  },
  /** Before a change is sent. */
  preview: {
    title: 'Det vil ændringen gøre',
    after: 'Ny værdi',
    validFrom: 'Gælder fra',
    asks: (offices: string) =>
      `Ændringen flytter sager mellem jer og ${offices}, så koordinatorerne dér skal sige ja først. Svarer de ikke inden 14 dage, gælder den også.`,
    asksInTurn: (offices: string, first: string) =>
      `Ændringen flytter sager mellem jer, ${offices}, så koordinatorerne hvert sted skal sige ja først. De bliver spurgt ét kontor ad gangen, ${first} først, og har 14 dage hver. Svarer et kontor ikke inden da, går vi videre, som om det havde sagt ja.`,
    send: (office: string) => `Send til ${office}`,
    cancel: 'Fortryd',
  },
  replay: ({ cases, elsewhere, otherwise }: ReplayCounts) => {
    if (cases === 0) return 'Der er ingen sager fra det seneste år at prøve ændringen på.';
    const other = otherwise === 0 ? '' : ` ${otherwise} ville blive afgjort anderledes hos samme ejer.`;
    return `${elsewhere} af ${cases} ${cases === 1 ? 'sag' : 'sager'} fra det seneste år ville gå et andet sted hen.${other}`;
  },
  tried,
  /** A proposed change, for its two sides. */
  proposal: {
    title: (office: string) => `Forslag om en ændret indstilling hos ${office}`,
    setting: 'Indstilling',
    before: 'Nu',
    after: 'Forslag',
    validFrom: 'Tidligst fra',
    holdsFrom: 'Gælder fra',
    by: 'Foreslået af',
    why: 'Begrundelse',
    number: 'Nummer',
    until: (moment: string) => `Uden svar gælder ændringen fra ${moment}.`,
    accept: 'Godkend',
    decline: 'Afvis',
    withdraw: 'Træk tilbage',
  },
  openTitle: 'Forslag, der venter',
  openLine: (setting: string, after: string, who: string) => `${setting}: ${after} (venter på ${who})`,
  look: 'Se forslaget',
  told: {
    set: () => 'Indstillingen er ændret og gælder nu.',
    'set-later': ({ day }) => `Indstillingen er ændret og gælder fra ${day}.`,
    proposed: ({ office, other }) =>
      `${office} foreslår en ændring, som flytter sager. Den gælder, når en koordinator hos ${other} har godkendt den.`,
    reminder: ({ office, other }) => `${office} venter stadig på svar fra ${other} på en ændret indstilling.`,
    agreed: ({ other, day }) => `${other} har godkendt ændringen. Den gælder fra ${day}.`,
    'agreed-next': ({ before, other }) =>
      `${before} har godkendt ændringen. Nu er ${other} spurgt, og den gælder først, når de også har godkendt den.`,
    declined: ({ other }) => `${other} har afvist ændringen. Intet er ændret.`,
    withdrawn: ({ office }) => `${office} har trukket forslaget tilbage. Intet er ændret.`,
    replaced: ({ office }) => `${office} har erstattet forslaget med et andet, så dette gælder ikke længere.`,
    'by-silence': ({ other, day }) => `${other} har ikke svaret i 14 dage, så ændringen gælder fra ${day}.`,
    'not-told': ({ other }) =>
      `Forslaget er ikke nået frem til ${other}, så det gælder ikke. Ring til en koordinator dér.`,
    unproven: () =>
      'Med ændringen ville en sag nu kunne ende uden ejer, så den gælder ikke, selv om ingen har svaret. Ret jeres andre indstillinger, eller træk forslaget tilbage.',
    unanswerable: ({ other }) =>
      `Hos ${other} er der ingen koordinator, der kan svare. Ændringen gælder først, når en koordinator dér har godkendt den. Ring til kontoret, og bed dem udpege en.`,
  } satisfies Record<SettingTold, (names: SettingNames) => string>,
  typed: {
    show: 'indstil ‹indstilling›',
    change: (name: string) => `indstil ${name} ‹værdi›`,
    send: (name: string) => `indstil ${name} ‹værdi› og send`,
    reset: (name: string) => `indstil ${name} nulstil`,
    look: (id: string) => `vis indstilling ${id}`,
    accept: (id: string) => `godkend indstilling ${id}`,
    decline: (id: string) => `afvis indstilling ${id}`,
    withdraw: (id: string) => `træk indstilling tilbage ${id}`,
  },
  /** Ends a typed change: it is sent without being shown first. */
  sure: 'og send|og send det|send',
};

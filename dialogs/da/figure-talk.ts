/**
 * The forms of questions about figures: `hvor mange henvendelser fik vi i oktober`, `hvilke kommuner sender flest`. Written as in
 * `talk.ts`. Lists of cases that stand now are asked for by `listForms` of `talk.ts`.
 */

const thing =
  '(?:[^ ]*sager|henvendelser|opkald|virksomheder|iværksættere|før startere|førstartere|henvisninger|overdragelser|returneringer|handlingsplaner|ydelser|timer|brudte løfter|løfter|svar|kommuner|kontorer|opfølgninger|nye virksomheder|møder|afslag)';
const many = '(?:hvor mange|antal|antallet af|hvor mange af (?:vores|jeres|de)|hvor mange af)';
const most =
  '(?:flest|mest|færrest|mindst|oftest|hurtigst|hurtigste|langsomst|langsomste|sjældnest|bedst|dårligst|næstflest)';
const we = '(?:vi|i|de|man|kontoret|huset|erhvervshuset|ehm|les|erhvervsservice|afdelingen|[^ ]+ kommune)';
const kept =
  '(?:overholder|overholdt|bryder|brød|når|nåede|svarer|svarede|besvarer|besvarede|returnerer|sender|holder|holdt)';
const share =
  '(?:(?:hvor stor )?en? (?:andel|del|procentdel)|hvor stor en (?:andel|del|procentdel)|hvor stor andel|hvor mange procent|hvor mange pct)';
const past =
  '(?:har (?:vi|i|der|de|kontoret|huset|ehm|les|[^ ]+) .{0,40}(?:haft|fået|hjulpet|sendt|modtaget|brugt|afsluttet|lukket|overtaget|returneret|vejledt|været|besvaret|givet|oprettet|henvist)|(?:fik|modtog|sendte|overtog|returnerede|afsluttede|lukkede|hjalp|vejledte|besvarede|brugte|havde|tog) (?:vi|i|de|der|kontoret|huset|ehm|les)|(?:blev|er blevet|er) (?:der )?(?:[^ ]+ )?(?:henvist|afsluttet|besvaret|sendt|oprettet|returneret|overtaget|lukket|modtaget|vejledt|hjulpet|givet|brudt)|(?:fik|har fået|har takket nej|takkede nej|kom|endte|blev))';
const periods =
  '(?:i år|sidste år|i (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)|(?:sidste|forrige|denne|i denne|i sidste) (?:måned|uge|kvartal|halvår|år)|(?:i|siden) (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)|i (?:[1-4] |k[1-4]|q[1-4]).*|20\\d\\d.*|(?:per|pr|om) (?:måned|uge|år|kvartal)|i alt|indtil nu|hidtil)';
const unit =
  '(?:(?:sidste|forrige|denne|dette|årets|månedens|hele) (?:uge|måned|kvartal|halvår|år)|år|ugen|måneden|kvartalet|året|(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)(?: 20\\d\\d)?|[1-4] kvartal(?: 20\\d\\d)?|[kq][1-4](?: 20\\d\\d)?|20\\d\\d|kommunen|kontoret|huset|os|alle kommuner)';
const mustShow =
  '(?:(?:giv|vis|send) mig |hvad (?:viser|siger|er) |(?:kan|må) (?:jeg|vi) (?:få|se) |(?:jeg|vi) vil (?:gerne )?(?:se|have) |hvor (?:finder|ser) (?:jeg|vi) |hvordan ser |find )';
const show = `${mustShow}?`;
const figures =
  '(?:tallene|nøgletal|nøgletallene|statistik|statistikken|statistikker|en opgørelse|opgørelsen|opgørelse|en rapport|rapporten|rettidigheden|rettidighed|svartiden|svartider|gennemsnittet|resultaterne)';

/** What the figures are of: a time or what is counted. */
const of = `(?: (?:for|over|af|på|om|i|fra|siden))*(?: (?:${thing}|${unit}))*`;

export const figureTalk = {
  /** Words of a need: no question about figures has one. */
  needs: 'vil|vil gerne|ønsker|mangler|søger|har brug for|skal have|tilskud|støtte',
  /** Whole questions. */
  asked: [
    `hvilke[nt]? (?:kommuner?|kontor|kontorer|områder?|behov|typer?|organisationer?|organisation|afdelinger?|les|hus|huse|brancher?|virksomheder|kanaler?|kanal) .{0,50}${most}(?: .{0,30})?`,
    `hvem (?:sender|returnerer|modtager|får|har|overholder|bryder|svarer|tager|overtager|henviser|afviser)(?: .{1,25})? ${most}(?: (?:[^ ]+ ?){1,4})?`,
    'hvem er (?:hurtigst|langsomst|hurtigste|langsomste)(?: til at (?:svare|overtage|tage sager))?(?: .{0,20})?',
    `hvor (?:tit|ofte|sjældent) ${kept} ${we}(?: .{1,40})?`,
    `${share} (?:af )?.{0,40}(?:besvare[rts]?|svar|svarer|fristen|til tiden|48 timer|løfter?|sager|henvendelser|virksomheder|iværksættere|returneret|overtaget).{0,30}`,
    'hvad er (?:den |vores |jeres |deres |kontorets )?(?:andelen|andel|procenten|procentdelen|gennemsnittet|gennemsnitlige? .{2,30}|svarprocent(?:en)?|rettidighed(?:en)?|svartid|overholdelse(?:n)?|gennemsnitssvartiden|svartiden) ?(?:af |for |på )?.{0,40}',
    `${many} ${thing} .{0,40}${periods}(?: .{0,20})?`,
    `${many} ${thing}(?: (?:om|på|fra|til|med) .{2,25})? ${past}(?: .{0,50})?`,
    `${many} (?!(?:sager|hastesager) )[^ ]{3,}sager (?:er|ligger|står|har|kører) .{1,40}`,
    `${many} ${thing} (?:er|ligger|står|har) (?:der )?(?:nu |lige nu )?hos .{1,40}`,
    `hvor mange (?:fik|har fået|har takket nej|takkede nej|har sagt nej|kom|endte|har brugt|blev henvist|er henvist)(?: .{1,40})`,
    `hvor mange timer (?:har|brugte|bruger) ${we}(?: .{1,40})?`,
    `(?:antal|antallet af) ${thing}(?: .{1,40})?`,
    `${show}${figures}(?: ud| nu)?${of}`,
    `${mustShow}(?:tal|månedens tal|årets tal)(?: ud| nu)?${of}`,
    `${many} kunder (?:har|fik|hjalp|vejledte|havde|får) (?:vi|i|kontoret|huset)(?: .{1,40})?`,
    `(?:er|kom|har) (?:der|vi|i) (?:kommet |fået )?(?:flere|færre) ${thing} (?:end|nu|i) .{1,30}`,
    `får (?:vi|i) (?:flere|færre) ${thing}(?: .{1,30})?`,
    'hvordan (?:ligger|klarer|gør|præsterer|ser) (?:vi|kontoret|huset|det)(?: os| det| ud)* (?:i forhold til .*|med (?:målet|målene|fristen|fristerne|tallene|løftet)|på (?:målet|målene|tallene))',
    'hvordan går det med (?:målet|målene|tallene|fristerne|løftet|rettidigheden)',
    '(?:når|nåede|overholder|overholdt|holder) (?:vi|i) (?:målet|målene|fristen|fristerne|løftet|de 48 timer)(?: .{1,20})?',
    'top \\d+ .{2,40}',
    `(?:flest|færrest) ${thing}(?: .{1,50})?`,
  ],
};

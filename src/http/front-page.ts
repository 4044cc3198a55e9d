/** `GET /` for local use: what runs here, and where to continue. */
export function frontPage(): string {
  return `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Indgang kører</title>
<style>
body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1.5rem; color: #1b1b1b; background: #fff; }
a { color: #0b4f9c; } code { background: #f1f1f1; padding: .1em .35em; border-radius: .2em; }
</style>
</head>
<body>
<main>
<h1>Indgang kører</h1>
<p>Her kører tjenesten bag chatassistenten, med opdigtede virksomheder og kontorer. Den taler man med i Teams eller Slack;
på din egen maskine i Microsoft 365 Agents Playground, som <code>npm start</code> åbner adressen til.</p>
<ul>
<li><a href="/tab">/tab</a>: tavlen og telefonlinjens side, som fanen i Teams viser</li>
<li><a href="/healthz">/healthz</a>: tjenesten lever</li>
<li><a href="/readyz">/readyz</a>: den er klar, og sagerne kan nås</li>
<li><a href="/metrics">/metrics</a>: tal til overvågning</li>
<li><code>POST /api/messages</code>: Teams</li>
<li><code>POST /api/slack/…</code>: Slack</li>
</ul>
<p lang="en">This is the service behind the chat assistant Indgang, with invented companies and offices. Talk to it in the
Microsoft 365 Agents Playground that <code>npm start</code> opens the way to.</p>
</main>
</body>
</html>
`;
}

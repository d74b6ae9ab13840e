// Signs somebody in with next-auth's GitHub provider, clicking through the page the simulator shows.
//   node next-auth.mjs url clientId clientSecret callbackUrl login decision
// github.com and api.github.com stand for url, as a name server could arrange it. Prints the session and the way there.
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { AuthHandler } = require("./node_modules/next-auth/core/index.js"); // the core is not among the exports
const GitHub = require("next-auth/providers/github").default;

const [url, clientId, clientSecret, callbackUrl, login, decision] = process.argv.slice(2);
const origin = new URL(callbackUrl).origin;
process.env.NEXTAUTH_URL = origin;
const real = globalThis.fetch;
globalThis.fetch = (address, init) => real(String(address).replace("https://api.github.com", url), init);

const quiet = { debug() {}, warn() {}, error() {} };
const options = {
  secret: "a secret of the test alone",
  logger: quiet,
  providers: [
    GitHub({
      clientId,
      clientSecret,
      authorization: { url: `${url}/login/oauth/authorize` },
      token: `${url}/login/oauth/access_token`,
      userinfo: { url: `${url}/user` },
    }),
  ],
};

const jar = {};
async function ask(action, more = {}) {
  const answer = await AuthHandler({
    req: { origin, action, method: "GET", cookies: jar, headers: {}, query: {}, ...more },
    options,
  });
  for (const { name, value } of answer.cookies ?? []) jar[name] = value;
  return answer;
}

/** The page's form as a browser would send it, with one button pressed. */
async function press(page, address) {
  const fields = new URLSearchParams();
  for (const [, attributes] of page.matchAll(/<input([^>]*)>/g)) {
    const name = /name="([^"]*)"/.exec(attributes)?.[1];
    const value = (/value="([^"]*)"/.exec(attributes)?.[1] ?? "").replaceAll("&amp;", "&").replaceAll("&quot;", '"');
    if (name && !/type="(radio|checkbox|submit)"/.test(attributes)) fields.append(name, value);
  }
  fields.set("login", login);
  fields.set("decision", decision);
  const action = new URL(/<form[^>]*action="([^"]*)"/.exec(page)?.[1] ?? address, address);
  return real(action, { method: "POST", body: fields, redirect: "manual" });
}

const { csrfToken } = (await ask("csrf")).body;
const started = await ask("signin", {
  method: "POST",
  providerId: "github",
  body: { csrfToken, callbackUrl: origin, json: "true" },
});
const authorize = started.redirect ?? started.body.url;
const shown = await real(authorize);
const pressed = await press(await shown.text(), authorize);
const back = new URL(pressed.headers.get("location"));
const returned = await ask("callback", { providerId: "github", query: Object.fromEntries(back.searchParams) });
const session = (await ask("session")).body;
console.log(JSON.stringify({
  scope: new URL(authorize).searchParams.get("scope"),
  page: shown.status,
  back: back.origin + back.pathname,
  redirect: returned.redirect,
  user: session.user ?? null,
}));

